namespace EnvHub.Envs.ToyText;

/// <summary>The settings of <c>CliffWalkingSlippery-v1</c>: those of <c>CliffWalking-v1</c>, slippery by default.</summary>
public sealed record CliffWalkingSlipperySettings : CliffWalkingSettings
{
    /// <summary>The defaults.</summary>
    public CliffWalkingSlipperySettings() => IsSlippery = true;
}
