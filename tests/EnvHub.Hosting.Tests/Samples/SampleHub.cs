using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

/// <summary>Registrations that can be planned with but not run.</summary>
internal static class SampleHub
{
    public static HubCatalog Catalog { get; } = new([], new([Environment("Pole-v0"), Environment("Pole-v1"), Environment("Hill-v0")]),
        new([Learner("single"), Learner("picky", task => task.Name == "Hill-v0" ? "It takes no hills." : null), Heir, Learner("heir-or-not") with { Sources = SourceUse.Optional }]), new([Backend("embedded")]), new([]));

    public static EnvironmentRegistration Environment(string id) => new(
        EnvironmentId.Parse(id), typeof(SampleSettings), settings => Describe(EnvironmentId.Parse(id), (SampleSettings)settings),
        (_, _) => throw new NotSupportedException("It is planned with, never made."));

    public static LearnerRegistration Learner(string name, Func<TaskSpec, string?>? refusal = null) => new(
        name, "For tests.", LearnerScope.SingleTask, typeof(SampleOptions), (_, _) => throw new NotSupportedException("It is planned with, never made."))
    {
        Refusal = refusal ?? (_ => null),
    };

    /// <summary>Needs sources, at most one per task.</summary>
    public static LearnerRegistration Heir => Learner("heir") with
    {
        Scope = LearnerScope.MultiTask,
        Sources = SourceUse.Required,
        RefuseStage = (stage, _) => stage.Sources.Count > stage.Tasks.Count ? $"It has {stage.Sources.Count} sources for {stage.Tasks.Count} tasks." : null,
    };

    /// <summary>A backend with a device that this machine lacks.</summary>
    public static NetworkBackendRegistration Devices { get; } = NetworkBackendRegistration.Of<DeviceOptions>("devices", "For tests.", _ => throw new NotSupportedException("It is never made.")) with
    {
        Refusal = static options => ((DeviceOptions)options).Device == "cuda" ? "Type this to get one." : null,
    };

    public static NetworkBackendRegistration Backend(string name) => NetworkBackendRegistration.Of<NoOptions>(name, "For tests.", _ => throw new NotSupportedException("It is never made."));

    private static EnvironmentSpec Describe(EnvironmentId id, SampleSettings settings) => settings.Gravity == 13
        ? throw new InvalidOperationException("thirteen is refused when described")
        : settings.Limit(new() { Id = id, ObservationSpace = new DiscreteSpace(2), ActionSpace = new DiscreteSpace(3), MaxEpisodeSteps = 200, RewardThreshold = 195 });
}
