namespace EnvHub.Contracts;

/// <summary>Owns the buffers that a run of N copies needs: one arena per environment, made once.</summary>
public sealed class StepArena
{
    private readonly float[] _observations, _finalObservations;
    private readonly double[] _rewards;
    private readonly bool[] _terminated, _truncated, _actionMasks, _finalActionMasks;
    private readonly int[] _actions;
    private readonly float[] _actionElements;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="elementSize">Elements per observation.</param>
    /// <param name="actionElementSize">Elements per action; 0 for discrete actions.</param>
    /// <param name="maskSize">Flags per action mask; 0 for no masks.</param>
    public StepArena(int count, int elementSize, int actionElementSize = 0, int maskSize = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        (Count, ElementSize) = (count, elementSize);
        (_observations, _finalObservations) = (new float[count * elementSize], new float[count * elementSize]);
        (_rewards, _terminated, _truncated, _actions) = (new double[count], new bool[count], new bool[count], new int[count]);
        _actionElements = new float[count * actionElementSize];
        (_actionMasks, _finalActionMasks) = (new bool[count * maskSize], new bool[count * maskSize]);
    }

    /// <summary>Buffers of the size that <paramref name="environment"/> needs.</summary>
    public StepArena(IVectorEnvironment environment) : this(environment.Count, environment.Spec.ObservationSpace.ElementSize,
        environment.Spec.ActionSpace is DiscreteSpace ? 0 : environment.Spec.ActionSpace.ElementSize, StepGuard.MaskSizeOf(environment.Spec)) { }

    /// <summary>Copies, N.</summary>
    public int Count { get; }

    /// <summary>Elements per observation, n.</summary>
    public int ElementSize { get; }

    /// <summary>Discrete actions to take, shape <c>[N]</c>.</summary>
    public Span<int> Actions => _actions;

    /// <summary>Actions of any other space to take, shape <c>[N, k]</c>; empty for discrete ones.</summary>
    public Span<float> ActionElements => _actionElements;

    /// <summary>The actions as <see cref="IVectorEnvironment.Step"/> takes them, of whichever kind they are.</summary>
    public ActionBatch ActionBatch => _actionElements.Length > 0 ? new((ReadOnlySpan<float>)_actionElements) : new((ReadOnlySpan<int>)_actions);

    /// <summary>Where a learner or a policy puts them, of whichever kind they are.</summary>
    public ActionBuffer ActionBuffer => _actionElements.Length > 0 ? new(_actionElements.AsSpan()) : new(_actions.AsSpan());

    /// <summary>What a learner or a policy acts on: observations and which actions are possible there.</summary>
    public ObservationBatch ObservationBatch => new(_observations, _actionMasks);

    /// <summary>The view that <see cref="IVectorEnvironment.Reset"/> writes through.</summary>
    public ResetBuffers ResetBuffers => new(_observations, _actionMasks);

    /// <summary>Which actions are possible next, shape <c>[N, M]</c>; empty where the environment has no masks.</summary>
    public Span<bool> ActionMasks => _actionMasks;

    /// <summary>Which are possible in what the last step led to, shape <c>[N, M]</c>; empty where the environment has no masks.</summary>
    public ReadOnlySpan<bool> FinalActionMasks => _finalActionMasks;

    /// <summary>What to act on next, shape <c>[N, n]</c>.</summary>
    public Span<float> Observations => _observations;

    /// <summary>What the last step led to, shape <c>[N, n]</c>.</summary>
    public ReadOnlySpan<float> FinalObservations => _finalObservations;

    /// <summary>Rewards of the last step, shape <c>[N]</c>.</summary>
    public ReadOnlySpan<double> Rewards => _rewards;

    /// <summary>Whether the task ended the episode, shape <c>[N]</c>.</summary>
    public ReadOnlySpan<bool> Terminated => _terminated;

    /// <summary>Whether the clock ended the episode, shape <c>[N]</c>.</summary>
    public ReadOnlySpan<bool> Truncated => _truncated;

    /// <summary>The view that <see cref="IVectorEnvironment.Step"/> writes through.</summary>
    public StepBuffers Buffers => new()
    {
        Observations = _observations,
        FinalObservations = _finalObservations,
        Rewards = _rewards,
        Terminated = _terminated,
        Truncated = _truncated,
        ActionMasks = _actionMasks,
        FinalActionMasks = _finalActionMasks,
    };
}
