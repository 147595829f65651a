using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <summary>Steps an environment for a test. Copy i's seed is the first seed + i, and its random actions come from a generator of its own
/// with that seed, so a copy takes the same actions whatever stands beside it.</summary>
public sealed class Rollout : IDisposable
{
    private readonly RandomGenerator[] _random;
    private readonly float[] _action;
    private readonly ulong[] _seeds;

    private Rollout(IVectorEnvironment environment, ulong seed)
    {
        (Environment, Arena) = (environment, new StepArena(environment));
        _seeds = [.. Enumerable.Range(0, environment.Count).Select(i => seed + (ulong)i)];
        _random = [.. _seeds.Select(s => new RandomGenerator(s))];
        _action = new float[environment.Spec.ActionSpace.ElementSize];
    }

    /// <summary>What is stepped; disposed with this.</summary>
    public IVectorEnvironment Environment { get; }

    /// <summary>The buffers, as the last reset or step left them.</summary>
    public StepArena Arena { get; }

    /// <summary>An environment that has just been reset with seeds.</summary>
    public static Rollout Of(IVectorEnvironment environment, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var rollout = new Rollout(environment, seed);
        environment.Reset(rollout._seeds, rollout.Arena.ResetBuffers);
        return rollout;
    }

    /// <summary>Resets again with the same seeds; the actions go on.</summary>
    public void ResetWithSeeds() => Environment.Reset(_seeds, Arena.ResetBuffers);

    /// <summary>Resets without seeds.</summary>
    public void ResetOnward() => Environment.Reset([], Arena.ResetBuffers);

    /// <summary>Draws an action for every copy.</summary>
    public void SampleActions()
    {
        var space = Environment.Spec.ActionSpace;
        for (int i = 0; i < _random.Length; i++)
        {
            space.SampleElements(_random[i], _action);
            if (space is DiscreteSpace discrete) Arena.Actions[i] = (int)((long)_action[0] - discrete.Start);
            else _action.CopyTo(Arena.ActionElements.Slice(i * space.ElementSize, space.ElementSize));
        }
    }

    /// <summary>Takes the actions that were last drawn, or set in the arena.</summary>
    public void Step() => Environment.Step(Arena.ActionBatch, Arena.Buffers);

    /// <summary>Draws actions and takes them.</summary>
    public void StepRandomly()
    {
        SampleActions();
        Step();
    }

    /// <summary>Takes one discrete action in every copy until copy 0's episode ends.</summary>
    /// <param name="maxSteps">Steps after which the test fails.</param>
    public EpisodeEnd StepUntilEnd(int action, int maxSteps = 100_000)
    {
        Arena.Actions.Fill(action);
        for (int steps = 1; steps <= maxSteps; steps++)
        {
            Step();
            if (Arena.Terminated[0] || Arena.Truncated[0]) return new(steps, Arena.Terminated[0], Arena.Truncated[0]);
        }
        throw new AssertionException($"{Environment.Spec.Id}: no end within {maxSteps} steps of action {action}");
    }

    /// <summary>Takes random actions and records, per copy, everything that it saw: the first observation, and of each step the next
    /// observation, the final one, the reward and the flags.</summary>
    public double[][] Record(int steps)
    {
        var records = _seeds.Select(_ => new List<double>()).ToArray();
        for (int i = 0; i < records.Length; i++) Append(records[i], Row(Arena.Observations, i));
        for (int step = 0; step < steps; step++)
        {
            StepRandomly();
            for (int i = 0; i < records.Length; i++) AppendStep(records[i], i);
        }
        return [.. records.Select(r => r.ToArray())];
    }

    /// <inheritdoc/>
    public void Dispose() => Environment.Dispose();

    private void AppendStep(List<double> record, int copy)
    {
        Append(record, Row(Arena.Observations, copy));
        Append(record, Row(Arena.FinalObservations, copy));
        record.Add(Arena.Rewards[copy]);
        record.Add((Arena.Terminated[copy] ? 1 : 0) + (Arena.Truncated[copy] ? 2 : 0));
    }

    private ReadOnlySpan<float> Row(ReadOnlySpan<float> rows, int copy) => rows.Slice(copy * Arena.ElementSize, Arena.ElementSize);

    private static void Append(List<double> record, ReadOnlySpan<float> values)
    {
        foreach (float value in values) record.Add(value);
    }
}
