namespace EnvHub.Envs.ClassicControl;

/// <summary>A state of one acrobot, or a rate of change of it: angles in rad, speeds in rad/s.</summary>
internal readonly record struct AcrobotPoint(double Theta1, double Theta2, double Speed1, double Speed2)
{
    /// <summary>This state moved by <paramref name="factor"/> times <paramref name="rate"/>.</summary>
    public AcrobotPoint Plus(double factor, in AcrobotPoint rate) => new(
        Theta1 + factor * rate.Theta1, Theta2 + factor * rate.Theta2, Speed1 + factor * rate.Speed1, Speed2 + factor * rate.Speed2);
}
