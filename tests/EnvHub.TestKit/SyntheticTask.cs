using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <summary>A task without an environment: random observations, rewards and episode ends, for driving a learner through its rounds.</summary>
public sealed class SyntheticTask
{
    private const double EndChance = 0.05;   // per step, of each way to end
    private readonly StepArena _arena;
    private readonly float[] _acted;
    private readonly bool[] _possible;
    private readonly RandomGenerator _random;
    private readonly Space _space, _actions;
    private readonly bool _hasMasks;

    /// <param name="copies">Copies, N.</param>
    /// <param name="seed">Of everything that it draws.</param>
    public SyntheticTask(TaskSpec task, int copies, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(task);
        (_space, _random) = (task.Environment.ObservationSpace, new RandomGenerator(seed));
        (_actions, _hasMasks) = (task.Environment.ActionSpace, task.Environment.HasActionMasks);
        _arena = new StepArena(copies, _space.ElementSize, _actions is DiscreteSpace ? 0 : _actions.ElementSize, StepGuard.MaskSizeOf(task.Environment));
        (_acted, _possible) = (new float[copies * _space.ElementSize], new bool[_arena.ActionMasks.Length]);
        Draw(_arena.Observations);
        DrawMasks(_arena.ActionMasks);
    }

    /// <summary>What to act on, shape <c>[N, n]</c>.</summary>
    public ReadOnlySpan<float> Observations => _arena.Observations;

    /// <summary>The same with the masks of the actions that are possible, where the task has masks.</summary>
    public ObservationBatch ObservationBatch => _arena.ObservationBatch;

    /// <summary>Where the learner puts its actions.</summary>
    public ActionBuffer ActionBuffer => _arena.ActionBuffer;

    /// <summary>Its last actions where they are discrete, shape <c>[N]</c>.</summary>
    public Span<int> Actions => _arena.Actions;

    /// <summary>Its last actions as elements, discrete ones with their start, shape <c>[N, ElementSize]</c>.</summary>
    public float[] ActionElements() => _actions is DiscreteSpace discrete
        ? [.. _arena.Actions.ToArray().Select(action => (float)(discrete.Start + action))] : _arena.ActionElements.ToArray();

    /// <summary>The masks under which the last actions were taken, shape <c>[N, M]</c>; empty where the task has none.</summary>
    public ReadOnlySpan<bool> ActedMasks => _possible;

    /// <summary>Draws what the actions led to.</summary>
    public TransitionBatch Step()
    {
        var output = _arena.Buffers;
        _arena.Observations.CopyTo(_acted);
        _arena.ActionMasks.CopyTo(_possible);
        Draw(output.FinalObservations);
        Draw(output.Observations);
        DrawMasks(output.FinalActionMasks);
        DrawMasks(output.ActionMasks);
        for (int i = 0; i < _arena.Count; i++)
        {
            output.Rewards[i] = _random.Uniform(-1, 2);
            (output.Terminated[i], output.Truncated[i]) = (_random.NextDouble() < EndChance, _random.NextDouble() < EndChance);
            if (output.Terminated[i] || output.Truncated[i]) continue;
            Row(output.FinalObservations, i).CopyTo(Row(output.Observations, i));
            Mask(output.FinalActionMasks, i).CopyTo(Mask(output.ActionMasks, i));
        }
        return Transitions;
    }

    /// <summary>The transitions of the last <see cref="Step"/>.</summary>
    public TransitionBatch Transitions => new()
    {
        Observations = _acted,
        Actions = _arena.ActionBatch,
        Rewards = _arena.Rewards,
        NextObservations = _arena.FinalObservations,
        Terminated = _arena.Terminated,
        Truncated = _arena.Truncated,
        ActionMasks = _possible,
        NextActionMasks = _arena.FinalActionMasks,
    };

    private Span<float> Row(Span<float> rows, int copy) => rows.Slice(copy * _arena.ElementSize, _arena.ElementSize);

    private Span<bool> Mask(Span<bool> masks, int copy) => masks.Slice(copy * (masks.Length / _arena.Count), masks.Length / _arena.Count);

    // One action at least is possible: a discrete space alone has masks here.
    private void DrawMasks(Span<bool> masks)
    {
        if (!_hasMasks) return;
        foreach (ref bool flag in masks) flag = _random.NextDouble() < 0.5;
        for (int i = 0; i < _arena.Count; i++)
        {
            var mask = Mask(masks, i);
            mask[(int)_random.Integers(mask.Length)] = true;
        }
    }

    // Space.SampleElements would allocate for a box; a test of allocations must not.
    private void Draw(Span<float> rows)
    {
        if (_space is DiscreteSpace discrete)
            foreach (ref float element in rows) element = discrete.Start + _random.Integers(discrete.Count);
        else
            foreach (ref float element in rows) element = (float)_random.Uniform(-1, 1);
    }
}
