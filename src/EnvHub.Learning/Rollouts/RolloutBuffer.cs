namespace EnvHub.Learning;

/// <summary>What the copies of one task did since the weights last changed: a stretch of T steps of N copies, in order.</summary>
/// <remarks>Observations are kept as the network sees them, 4 bytes a number, <c>(T + 1) N n</c> of them.</remarks>
public sealed class RolloutBuffer
{
    private readonly ObservationScaler _scaler;
    private readonly int _steps, _copies, _maskSize;
    private readonly float[] _inputs;       // [T + 1, N, n]: row t + 1 is what came after step t, or the next episode's first
    private readonly int[] _actions;        // [T, N]
    private readonly float[] _rewards;      // [T, N], as the environment gives them
    private readonly bool[] _ends;          // [T, N]
    private readonly float[] _bootstraps;   // [T, N]: the worth of what came after an episode's end
    private readonly bool[] _nextMasks;     // [T, N, A]; empty where every action is possible

    /// <param name="steps">T.</param>
    /// <param name="copies">N.</param>
    /// <param name="maskSize">A where the task tells which actions are possible; else 0.</param>
    /// <exception cref="HubException">EH2023 the observations are more than an array holds.</exception>
    public RolloutBuffer(int steps, int copies, ObservationScaler scaler, int maskSize)
    {
        ArgumentNullException.ThrowIfNull(scaler);
        (_scaler, _steps, _copies, _maskSize) = (scaler, steps, copies, maskSize);
        if (Math.Max((steps + 1L) * copies * scaler.Size, (long)steps * copies * maskSize) > Array.MaxLength) throw LearningErrors.RolloutTooLarge(steps, copies);
        int size = steps * copies;
        (_inputs, _actions, _rewards) = (new float[(steps + 1) * copies * scaler.Size], new int[size], new float[size]);
        (_ends, _bootstraps, _nextMasks) = (new bool[size], new float[size], new bool[size * maskSize]);
    }

    /// <summary>Steps so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether all T steps are there.</summary>
    public bool IsFull => Count == _steps;

    /// <summary>Whether the episode ended with the step, shape <c>[T, N]</c>.</summary>
    public ReadOnlySpan<bool> Ends => _ends;

    /// <summary>What is worth what came after an episode's end, shape <c>[T, N]</c>: 0, or what <see cref="SetBootstrap"/> said.</summary>
    public ReadOnlySpan<float> Bootstraps => _bootstraps;

    /// <summary>r, shape <c>[T, N]</c>.</summary>
    public ReadOnlySpan<float> Rewards => _rewards;

    /// <summary>What came after each step as the network sees it, or the next episode's first observation; shape <c>[T, N, n]</c>.</summary>
    public ReadOnlySpan<float> NextInputs => _inputs.AsSpan(_copies * _scaler.Size);

    /// <summary>Which actions were possible then, shape <c>[T, N, A]</c>; empty: all.</summary>
    public ReadOnlySpan<bool> NextMasks => _nextMasks;

    /// <summary>Adds a step of all copies. What comes after a task's end is worth 0; what comes after a cut is worth what <see cref="SetBootstrap"/> says.</summary>
    public void Add(in TransitionBatch transitions)
    {
        int first = Count * _copies;
        _scaler.Scale(transitions.Observations, Row(Count));
        // Overwritten by the next step, but for the last one: there it is what came after.
        _scaler.Scale(transitions.NextObservations, Row(Count + 1));
        transitions.Actions.Discrete.CopyTo(_actions.AsSpan(first));
        for (int i = 0; i < _copies; i++)
            (_rewards[first + i], _ends[first + i], _bootstraps[first + i]) = ((float)transitions.Rewards[i], transitions.Terminated[i] || transitions.Truncated[i], 0);
        if (_maskSize > 0)
        {
            var masks = _nextMasks.AsSpan(first * _maskSize, _copies * _maskSize);
            if (transitions.NextActionMasks.IsEmpty) masks.Fill(true);
            else transitions.NextActionMasks.CopyTo(masks);
        }
        Count++;
    }

    /// <summary>What came after the last step of a copy, as the network sees it.</summary>
    public ReadOnlySpan<float> LastInput(int copy) => Row(Count).Slice(copy * _scaler.Size, _scaler.Size);

    /// <summary>Which actions were possible then; empty: all.</summary>
    public ReadOnlySpan<bool> LastMask(int copy) => _maskSize == 0 ? [] : _nextMasks.AsSpan(((Count - 1) * _copies + copy) * _maskSize, _maskSize);

    /// <summary>Says that a copy's episode was cut after its last step, and what is worth what would have come.</summary>
    public void SetBootstrap(int copy, float value)
    {
        int last = (Count - 1) * _copies + copy;
        (_ends[last], _bootstraps[last]) = (true, value);
    }

    /// <summary>Whether a copy's last step ended its episode.</summary>
    public bool HasEnded(int copy) => _ends[(Count - 1) * _copies + copy];

    /// <summary>Gathers some of the transitions.</summary>
    /// <param name="indices">Into <c>[T, N]</c>, shape <c>[B]</c>.</param>
    /// <param name="inputs">Receives what the network saw, shape <c>[B, n]</c>.</param>
    /// <param name="actions">Receives what was done, shape <c>[B]</c>.</param>
    public void Gather(ReadOnlySpan<int> indices, Span<float> inputs, Span<int> actions)
    {
        int size = _scaler.Size;
        for (int i = 0; i < indices.Length; i++)
        {
            _inputs.AsSpan(indices[i] * size, size).CopyTo(inputs[(i * size)..]);
            actions[i] = _actions[indices[i]];
        }
    }

    /// <summary>Begins the next stretch.</summary>
    public void Clear() => Count = 0;

    /// <summary>Writes the stretch, names starting with <paramref name="prefix"/>.</summary>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<int>($"{prefix}count", [Count]);
        writer.Write<float>($"{prefix}inputs", _inputs);
        writer.Write<int>($"{prefix}actions", _actions);
        writer.Write<float>($"{prefix}rewards", _rewards);
        writer.Write<bool>($"{prefix}ends", _ends);
        writer.Write<float>($"{prefix}bootstraps", _bootstraps);
        if (_maskSize > 0) writer.Write<bool>($"{prefix}masks", _nextMasks);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    /// <exception cref="HubException">EH2024 it has more steps than a stretch; or an array is missing or has another length.</exception>
    public void Load(ICheckpointReader reader, string prefix)
    {
        CheckpointLayout.Require(reader, writer => Save(writer, prefix));
        Span<int> count = stackalloc int[1];
        reader.Read($"{prefix}count", count);
        if (count[0] < 0 || count[0] >= _steps) throw LearningErrors.BadRollout(prefix, count[0], _steps);
        reader.Read<float>($"{prefix}inputs", _inputs);
        reader.Read<int>($"{prefix}actions", _actions);
        reader.Read<float>($"{prefix}rewards", _rewards);
        reader.Read<bool>($"{prefix}ends", _ends);
        reader.Read<float>($"{prefix}bootstraps", _bootstraps);
        if (_maskSize > 0) reader.Read<bool>($"{prefix}masks", _nextMasks);
        Count = count[0];
    }

    /// <summary>Bytes that a buffer takes.</summary>
    public static long PredictBytes(int steps, int copies, int inputSize, int maskSize) =>
        (steps + 1L) * copies * inputSize * sizeof(float) + (long)steps * copies * (sizeof(int) + 2 * sizeof(float) + 1 + maskSize);

    private Span<float> Row(int step) => _inputs.AsSpan(step * _copies * _scaler.Size, _copies * _scaler.Size);
}
