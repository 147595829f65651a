namespace EnvHub.Hosting;

/// <summary>A task of a suite, resolved: its spec, and how to make its environment.</summary>
/// <param name="Spec">Name, environment, scoring.</param>
/// <param name="Registration">Who makes the environment.</param>
/// <param name="Settings">Of the registration's settings type, checked.</param>
public sealed record TaskPlan(TaskSpec Spec, EnvironmentRegistration Registration, object Settings)
{
    /// <summary>What stands around the environment, from the inside out.</summary>
    public IReadOnlyList<WrapperPlan> Wrappers { get; init; } = [];

    /// <summary>The same task, made so that it can be shown; see <see cref="EnvironmentRegistration.ForRendering"/>.</summary>
    /// <param name="wanted">Render modes, the best first.</param>
    public TaskPlan ForRendering(IReadOnlyList<RenderMode> wanted) =>
        Registration.ForRendering is { } prepare ? this with { Settings = prepare(Settings, wanted) } : this;

    /// <summary>Makes <paramref name="count"/> copies with all wrappers around them.</summary>
    public IVectorEnvironment Create(int count) => TaskEnvironment.ForTraining(this, count).Vector;

    /// <summary>Makes <paramref name="count"/> copies without the wrappers.</summary>
    internal IVectorEnvironment CreateBare(int count) => Registration.Create(Settings, count);
}
