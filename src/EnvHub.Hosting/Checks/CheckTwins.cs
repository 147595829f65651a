namespace EnvHub.Hosting;

/// <summary>Plays one copy that a rule disturbs beside one that is left alone: the two must stay equal.</summary>
internal static class CheckTwins
{
    /// <summary>The first difference, in words; null for none.</summary>
    /// <param name="disturb">Called before each step with the play and the step, from 1.</param>
    public static string? FirstDifference(CheckSubject subject, ulong seed, Action<CheckPlay, int>? disturb)
    {
        using CheckPlay one = CheckPlay.Of(subject, seed), other = CheckPlay.Of(subject, seed);
        for (int step = 1; step <= subject.Options.Steps; step++)
        {
            disturb?.Invoke(one, step);
            one.Step();
            other.Step();
            if (one.Difference(one.Row(0), other.Row(0)) is { } difference) return $"seed {seed}, step {step}: {difference}";
        }
        return null;
    }
}
