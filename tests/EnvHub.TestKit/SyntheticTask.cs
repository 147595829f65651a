using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <summary>A task without an environment: random observations, rewards and episode ends, for driving a learner through its rounds.</summary>
public sealed class SyntheticTask
{
    private const double EndChance = 0.05;   // per step, of each way to end
    private readonly StepArena _arena;
    private readonly float[] _acted;
    private readonly RandomGenerator _random;
    private readonly Space _space;

    /// <param name="copies">Copies, N.</param>
    /// <param name="seed">Of everything that it draws.</param>
    public SyntheticTask(TaskSpec task, int copies, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(task);
        (_space, _random) = (task.Environment.ObservationSpace, new RandomGenerator(seed));
        _arena = new StepArena(copies, _space.ElementSize);
        _acted = new float[copies * _space.ElementSize];
        Draw(_arena.Observations);
    }

    /// <summary>What to act on, shape <c>[N, n]</c>.</summary>
    public ReadOnlySpan<float> Observations => _arena.Observations;

    /// <summary>Where the learner puts its actions, shape <c>[N]</c>.</summary>
    public Span<int> Actions => _arena.Actions;

    /// <summary>Draws what the actions led to.</summary>
    public TransitionBatch Step()
    {
        var output = _arena.Buffers;
        _arena.Observations.CopyTo(_acted);
        Draw(output.FinalObservations);
        Draw(output.Observations);
        for (int i = 0; i < _arena.Count; i++)
        {
            output.Rewards[i] = _random.Uniform(-1, 2);
            (output.Terminated[i], output.Truncated[i]) = (_random.NextDouble() < EndChance, _random.NextDouble() < EndChance);
            if (!output.Terminated[i] && !output.Truncated[i]) Row(output.FinalObservations, i).CopyTo(Row(output.Observations, i));
        }
        return Transitions;
    }

    /// <summary>The transitions of the last <see cref="Step"/>.</summary>
    public TransitionBatch Transitions => new()
    {
        Observations = _acted,
        Actions = _arena.Actions,
        Rewards = _arena.Rewards,
        NextObservations = _arena.FinalObservations,
        Terminated = _arena.Terminated,
        Truncated = _arena.Truncated,
    };

    private Span<float> Row(Span<float> rows, int copy) => rows.Slice(copy * _arena.ElementSize, _arena.ElementSize);

    // Space.SampleElements would allocate for a box; a test of allocations must not.
    private void Draw(Span<float> rows)
    {
        if (_space is DiscreteSpace discrete)
            foreach (ref float element in rows) element = discrete.Start + _random.Integers(discrete.Count);
        else
            foreach (ref float element in rows) element = (float)_random.Uniform(-1, 1);
    }
}
