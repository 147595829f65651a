namespace EnvHub.Learning;

/// <summary>Turns one copy's single steps into n-step transitions:
/// <c>R = Σᵢ₌₀ᵏ⁻¹ γⁱ rₜ₊ᵢ</c>, bootstrapped with <c>γᵏ</c> from <c>sₜ₊ₖ</c>.</summary>
/// <remarks>k is n, or less where the episode ended first: then every waiting step is flushed with the episode's final observation, so
/// that no transition crosses an end. A terminated episode bootstraps with 0; a truncated one with γᵏ, because the clock is no part
/// of the task. Observations wait in the buffer's frames, not in a copy of their own. Source: Sutton and Barto (2018), section 7.1.</remarks>
public sealed class NStepAccumulator
{
    private readonly ReplayBuffer _replay;
    private readonly int[] _places;           // [n, K]: frames of the waiting steps' observations, a ring
    private readonly int[] _actions;          // [n]
    private readonly double[] _rewards;       // [n]
    private readonly double[] _powers;        // γ⁰ .. γⁿ
    private readonly int _copy, _stack;
    private int _first, _count;

    /// <param name="steps">n, at least 1.</param>
    /// <param name="discount">γ per step, [0, 1].</param>
    /// <param name="replay">Receives the transitions.</param>
    /// <param name="copy">Whose steps, below the buffer's copies.</param>
    public NStepAccumulator(int steps, double discount, ReplayBuffer replay, int copy = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentNullException.ThrowIfNull(replay);
        (_replay, _copy, _stack) = (replay, copy, replay.Stack);
        (_places, _actions, _rewards) = (new int[checked(steps * _stack)], new int[steps], new double[steps]);
        _powers = new double[steps + 1];
        _powers[0] = 1;
        for (int i = 1; i <= steps; i++) _powers[i] = _powers[i - 1] * discount;
    }

    /// <summary>Takes one step in and stores the transitions that it completes.</summary>
    /// <param name="observation">What was acted on, elements.</param>
    /// <param name="nextObservation">What it led to, elements: of the same episode.</param>
    /// <param name="ending">Whether, and how, the episode ended with this step.</param>
    /// <param name="nextActionMask">Which actions are possible in <paramref name="nextObservation"/>; empty: all.</param>
    public void Add(
        ReadOnlySpan<float> observation, int action, double reward, ReadOnlySpan<float> nextObservation, EpisodeEnding ending,
        ReadOnlySpan<bool> nextActionMask = default)
    {
        int slot = Slot(_count++);
        var places = PlacesOf(slot);
        _replay.Take(_copy, observation, isNext: false).CopyTo(places);
        _replay.Frames.Retain(places);
        (_actions[slot], _rewards[slot]) = (action, reward);
        var next = _replay.Take(_copy, nextObservation, isNext: true);
        if (ending != EpisodeEnding.None)
            while (_count > 0) StoreFirst(next, ending == EpisodeEnding.Terminated, nextActionMask);
        else if (_count == _actions.Length) StoreFirst(next, terminated: false, nextActionMask);
    }

    /// <summary>Forgets the waiting steps.</summary>
    public void Clear()
    {
        for (int i = 0; i < _count; i++) _replay.Frames.Release(PlacesOf(Slot(i)));
        _first = _count = 0;
    }

    private void StoreFirst(ReadOnlySpan<int> nextPlaces, bool terminated, ReadOnlySpan<bool> nextActionMask)
    {
        double sum = 0;
        for (int i = 0; i < _count; i++) sum += _powers[i] * _rewards[Slot(i)];
        float discount = terminated ? 0f : (float)_powers[_count];
        var places = PlacesOf(_first);
        _replay.Add(places, _actions[_first], (float)sum, nextPlaces, discount, nextActionMask);
        _replay.Frames.Release(places);
        _first = Slot(1);
        _count--;
    }

    private Span<int> PlacesOf(int slot) => _places.AsSpan(slot * _stack, _stack);

    private int Slot(int index)
    {
        int slot = _first + index;
        return slot < _actions.Length ? slot : slot - _actions.Length;
    }

    /// <summary>Writes the waiting steps; their observations are among what the buffer writes.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<int>($"{prefix}position", [_first, _count]);
        writer.Write<int>($"{prefix}places", _places, _actions.Length, _stack);
        writer.Write<int>($"{prefix}actions", _actions);
        writer.Write<double>($"{prefix}rewards", _rewards);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote, over the buffer that was loaded before.</summary>
    /// <param name="prefix">Before each name.</param>
    internal void LoadChecked(ICheckpointReader reader, string prefix)
    {
        Span<int> position = stackalloc int[2];
        reader.Read($"{prefix}position", position);
        reader.Read<int>($"{prefix}places", _places);
        reader.Read<int>($"{prefix}actions", _actions);
        reader.Read<double>($"{prefix}rewards", _rewards);
        (_first, _count) = (position[0], position[1]);
        for (int i = 0; i < _count; i++) _replay.Frames.Retain(PlacesOf(Slot(i)));
    }

    /// <summary>Requires everything that <see cref="LoadChecked"/> reads to be there; changes nothing.</summary>
    /// <param name="prefix">Before each name.</param>
    /// <param name="tally">Of the buffer that is to be loaded.</param>
    /// <exception cref="HubException">EH2012 the position is outside the window; EH2015 a waiting observation is not among the buffer's; EH1131 an array
    /// has another length; or the checkpoint lacks one.</exception>
    internal void Check(ICheckpointReader reader, string prefix, FrameTally tally)
    {
        CheckpointLayout.Require(reader, writer => Save(writer, prefix));
        Span<int> position = stackalloc int[2];
        reader.Read($"{prefix}position", position);
        var (first, count) = (position[0], position[1]);
        if (first < 0 || first >= _actions.Length || count < 0 || count > _actions.Length)
            throw LearningErrors.BadWindow(prefix, first, count, _actions.Length);
        var places = new int[_places.Length];
        reader.Read<int>($"{prefix}places", places);
        for (int i = 0; i < count; i++) tally.Take(places.AsSpan((first + i) % _actions.Length * _stack, _stack));
    }
}
