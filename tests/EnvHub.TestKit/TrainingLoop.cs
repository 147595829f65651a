using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <summary>A learner of one task in its environment, without the hub: for tests of what is learned.</summary>
public static class TrainingLoop
{
    /// <summary>Seeds of first episodes, one per copy.</summary>
    public static ulong[] Seeds(RandomStreams streams, int copies)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var seeds = new ulong[copies];
        streams.FillSeeds("environment", seeds);
        return seeds;
    }

    /// <summary>Acts, steps, observes and learns.</summary>
    /// <param name="seeds">Of the first episodes, one per copy.</param>
    /// <param name="steps">Of each copy.</param>
    public static void Run(ILearner learner, IVectorEnvironment environment, ReadOnlySpan<ulong> seeds, int steps)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(environment);
        var arena = new StepArena(environment);
        var (acted, possible) = (new float[arena.Observations.Length], new bool[arena.ActionMasks.Length]);
        environment.Reset(seeds, arena.ResetBuffers);
        for (int step = 0; step < steps; step++)
        {
            arena.Observations.CopyTo(acted);
            arena.ActionMasks.CopyTo(possible);
            learner.Act(0, arena.ObservationBatch, arena.ActionBuffer);
            environment.Step(arena.ActionBatch, arena.Buffers);
            learner.Observe(0, new TransitionBatch
            {
                Observations = acted, Actions = arena.ActionBatch, Rewards = arena.Rewards, NextObservations = arena.FinalObservations,
                Terminated = arena.Terminated, Truncated = arena.Truncated, ActionMasks = possible, NextActionMasks = arena.FinalActionMasks,
            });
            learner.Learn();
        }
    }

    /// <summary>The mean undiscounted return of the first episode of each copy, played greedily.</summary>
    /// <param name="seeds">Of the episodes, one per copy.</param>
    public static double MeanReturn(IPolicy policy, IVectorEnvironment environment, ReadOnlySpan<ulong> seeds)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(environment);
        var arena = new StepArena(environment);
        environment.Reset(seeds, arena.ResetBuffers);
        var (returns, over) = (new double[arena.Count], new bool[arena.Count]);
        while (over.Contains(false))
        {
            policy.Act(0, arena.ObservationBatch, arena.ActionBuffer);
            environment.Step(arena.ActionBatch, arena.Buffers);
            for (int i = 0; i < over.Length; i++)
            {
                if (!over[i]) returns[i] += arena.Rewards[i];
                over[i] |= arena.Terminated[i] || arena.Truncated[i];
            }
        }
        return returns.Average();
    }
}
