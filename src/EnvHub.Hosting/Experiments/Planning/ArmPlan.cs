namespace EnvHub.Hosting;

/// <summary>An arm of an experiment, resolved: a chain of stages, of which the last is what is compared.</summary>
/// <param name="Name">Unique within the experiment.</param>
/// <param name="Stages">At least one; each after those that it builds on.</param>
public sealed record ArmPlan(string Name, IReadOnlyList<StagePlan> Stages)
{
    /// <summary>What is compared.</summary>
    public StagePlan Final => Stages[^1];
}
