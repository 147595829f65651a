namespace EnvHub.Learning;

/// <summary>Turns one copy's single steps into n-step transitions:
/// <c>R = Σᵢ₌₀ᵏ⁻¹ γⁱ rₜ₊ᵢ</c>, bootstrapped with <c>γᵏ</c> from <c>sₜ₊ₖ</c>.</summary>
/// <remarks>k is n, or less where the episode ended first: then every waiting step is flushed with the episode's final observation, so
/// that no transition crosses an end. A terminated episode bootstraps with 0; a truncated one with γᵏ, because the clock is no part
/// of the task. Source: Sutton and Barto (2018), section 7.1.</remarks>
public sealed class NStepAccumulator
{
    private readonly float[] _observations;   // [n, size], a ring of the waiting steps
    private readonly int[] _actions;          // [n]
    private readonly double[] _rewards;       // [n]
    private readonly double[] _powers;        // γ⁰ .. γⁿ
    private readonly int _size;
    private int _first, _count;

    /// <param name="steps">n, at least 1.</param>
    /// <param name="discount">γ per step, [0, 1].</param>
    /// <param name="observationSize">Numbers per observation.</param>
    public NStepAccumulator(int steps, double discount, int observationSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(observationSize, 1);
        (_size, _observations, _actions, _rewards) = (observationSize, new float[steps * observationSize], new int[steps], new double[steps]);
        _powers = new double[steps + 1];
        _powers[0] = 1;
        for (int i = 1; i <= steps; i++) _powers[i] = _powers[i - 1] * discount;
    }

    /// <summary>Takes one step in and stores the transitions that it completes.</summary>
    /// <param name="observation">What was acted on, scaled, shape <c>[size]</c>.</param>
    /// <param name="nextObservation">What it led to, scaled, shape <c>[size]</c>: of the same episode.</param>
    /// <param name="ending">Whether, and how, the episode ended with this step.</param>
    /// <param name="nextMask">Which actions are possible in it, shape <c>[A]</c>; empty: all.</param>
    public void Add(
        ReadOnlySpan<float> observation, int action, double reward, ReadOnlySpan<float> nextObservation, EpisodeEnding ending, ReplayBuffer replay,
        ReadOnlySpan<bool> nextMask = default)
    {
        ArgumentNullException.ThrowIfNull(replay);
        int slot = Slot(_count++);
        observation.CopyTo(_observations.AsSpan(slot * _size, _size));
        (_actions[slot], _rewards[slot]) = (action, reward);
        if (ending != EpisodeEnding.None)
            while (_count > 0) StoreFirst(nextObservation, nextMask, ending == EpisodeEnding.Terminated, replay);
        else if (_count == _actions.Length) StoreFirst(nextObservation, nextMask, terminated: false, replay);
    }

    /// <summary>Forgets the waiting steps.</summary>
    public void Clear() => _first = _count = 0;

    private void StoreFirst(ReadOnlySpan<float> nextObservation, ReadOnlySpan<bool> nextMask, bool terminated, ReplayBuffer replay)
    {
        double sum = 0;
        for (int i = 0; i < _count; i++) sum += _powers[i] * _rewards[Slot(i)];
        float discount = terminated ? 0f : (float)_powers[_count];
        replay.Add(_observations.AsSpan(_first * _size, _size), _actions[_first], (float)sum, nextObservation, discount, nextMask);
        _first = Slot(1);
        _count--;
    }

    private int Slot(int index)
    {
        int slot = _first + index;
        return slot < _actions.Length ? slot : slot - _actions.Length;
    }

    /// <summary>Writes the waiting steps.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<int>($"{prefix}position", [_first, _count]);
        writer.Write<float>($"{prefix}observations", _observations, _actions.Length, _size);
        writer.Write<int>($"{prefix}actions", _actions);
        writer.Write<double>($"{prefix}rewards", _rewards);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    /// <exception cref="HubException">As <see cref="Check"/>; then the window is as it was.</exception>
    public void Load(ICheckpointReader reader, string prefix)
    {
        Check(reader, prefix);
        Span<int> position = stackalloc int[2];
        reader.Read($"{prefix}position", position);
        reader.Read<float>($"{prefix}observations", _observations);
        reader.Read<int>($"{prefix}actions", _actions);
        reader.Read<double>($"{prefix}rewards", _rewards);
        (_first, _count) = (position[0], position[1]);
    }

    /// <summary>Requires everything that <see cref="Load"/> reads to be there; changes nothing.</summary>
    /// <param name="prefix">Before each name.</param>
    /// <exception cref="HubException">EH2012 the position is outside the window; EH1131 an array has another length; or the checkpoint
    /// lacks one.</exception>
    public void Check(ICheckpointReader reader, string prefix)
    {
        ArgumentNullException.ThrowIfNull(reader);
        CheckpointLayout.Require(reader, writer => Save(writer, prefix));
        Span<int> position = stackalloc int[2];
        reader.Read($"{prefix}position", position);
        var (first, count) = (position[0], position[1]);
        if (first < 0 || first >= _actions.Length || count < 0 || count > _actions.Length)
            throw LearningErrors.BadWindow(prefix, first, count, _actions.Length);
    }
}
