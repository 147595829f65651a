namespace EnvHub.Learning;

/// <summary>A value that moves linearly from <paramref name="Start"/> at step 0 to <paramref name="End"/> at step
/// <paramref name="Duration"/> and stays there.</summary>
/// <param name="Start">At step 0.</param>
/// <param name="End">From <paramref name="Duration"/> on.</param>
/// <param name="Duration">Steps, at least 0.</param>
public readonly record struct LinearSchedule(double Start, double End, double Duration)
{
    /// <summary>A value that never changes.</summary>
    public static LinearSchedule Constant(double value) => new(value, value, 0);

    /// <summary>The value at <paramref name="step"/>.</summary>
    public double At(long step) => step >= Duration ? End : Start + (End - Start) * (step / Duration);
}
