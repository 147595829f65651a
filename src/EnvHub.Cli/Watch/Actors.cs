using EnvHub.Evaluation;

namespace EnvHub.Cli;

/// <summary>Who can be watched.</summary>
internal static class Actors
{
    /// <summary>The action of highest value.</summary>
    /// <param name="task">The policy's number of the task.</param>
    public static Actor Greedy(IPolicy policy, int task) => arena => policy.Act(task, arena.ObservationBatch, arena.ActionBuffer);

    /// <summary>Actions as Gymnasium's <c>action_space.sample(mask)</c> draws them: possible ones, where the environment says which are.</summary>
    public static Actor Random(Space space, ulong seed) => new RandomActions(space, seed, usesMasks: true).Draw;
}
