namespace EnvHub.Hosting;

/// <summary>A task of a suite, resolved: its spec, and how to make its environment.</summary>
/// <param name="Spec">Name, environment, scoring.</param>
/// <param name="Registration">Who makes the environment.</param>
/// <param name="Settings">Of the registration's settings type, checked.</param>
public sealed record TaskPlan(TaskSpec Spec, EnvironmentRegistration Registration, object Settings)
{
    /// <summary>Makes <paramref name="count"/> copies.</summary>
    public IVectorEnvironment Create(int count) => Registration.Create(Settings, count);
}
