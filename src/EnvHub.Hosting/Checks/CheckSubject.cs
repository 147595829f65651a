namespace EnvHub.Hosting;

/// <summary>An environment under examination.</summary>
/// <param name="Registration">Who makes it.</param>
/// <param name="Settings">Of the registration's settings type, checked.</param>
/// <param name="Options">How much is played.</param>
public sealed record CheckSubject(EnvironmentRegistration Registration, object Settings, CheckOptions Options)
{
    /// <summary>Its spec as described before one is made.</summary>
    public EnvironmentSpec Spec { get; } = Registration.Describe(Settings);

    /// <summary>Seeds to play with.</summary>
    public IEnumerable<ulong> Seeds => Enumerable.Range(1, Options.Seeds).Select(seed => (ulong)seed);

    /// <summary>Makes copies.</summary>
    public IVectorEnvironment Create(int count) => Registration.Create(Settings, count);
}
