namespace EnvHub.Evaluation;

/// <summary>One copy of an environment under random actions, told record by record.</summary>
/// <remarks>The rule, in Gymnasium's terms: <c>env.reset(seed=s)</c>, <c>env.action_space.seed(s)</c>; each step takes
/// <c>env.action_space.sample()</c>; after an episode's end <c>env.reset()</c>.</remarks>
public interface ITrajectorySource
{
    /// <summary>What its records hold.</summary>
    TrajectoryLayout Layout { get; }

    /// <summary>Starts from a seed: fills in observation and generator.</summary>
    void Begin(ulong seed, TrajectoryRecord record);

    /// <summary>Takes one step: fills in everything.</summary>
    void Advance(TrajectoryRecord record);
}
