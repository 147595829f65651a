using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>A ring of one task's transitions; the newest overwrites the oldest. Uniform draws with replacement.</summary>
/// <remarks>Allocated whole when made: <c>capacity × (2n + 3) × 4</c> bytes, e.g. 44 per transition of 4 numbers, 2.2 MB for 50,000.
/// Observations are kept as the network sees them, scaled once on storing. Source: Lin (1992); Mnih et al. (2015).</remarks>
public sealed class ReplayBuffer
{
    /// <summary>How a checkpoint calls the masks, where there are some.</summary>
    internal const string MasksName = "nextMasks";

    private readonly float[] _observations, _nextObservations;   // [capacity, n]
    private readonly float[] _rewards, _discounts;               // [capacity]
    private readonly int[] _actions;                             // [capacity]
    private readonly bool[] _nextMasks;                          // [capacity, A]; empty for no masks
    private readonly int _size, _maskSize;
    private int _next;

    /// <param name="capacity">Transitions kept; at least 1.</param>
    /// <param name="observationSize">Numbers per observation, n; at least 1.</param>
    /// <param name="maskSize">Flags per action mask, A; 0 for no masks.</param>
    /// <exception cref="HubException">EH2013 more numbers than an array holds.</exception>
    public ReplayBuffer(int capacity, int observationSize, int maskSize = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(observationSize, 1);
        (_size, _maskSize) = (observationSize, maskSize);
        if ((long)capacity * Math.Max(observationSize, maskSize) > Array.MaxLength) throw LearningErrors.TooLarge(capacity, observationSize);
        (_observations, _nextObservations) = (new float[capacity * observationSize], new float[capacity * observationSize]);
        (_rewards, _discounts, _actions) = (new float[capacity], new float[capacity], new int[capacity]);
        _nextMasks = new bool[capacity * maskSize];
    }

    /// <summary>Transitions that fit.</summary>
    public int Capacity => _actions.Length;

    /// <summary>Flags per action mask, A; 0 for no masks.</summary>
    public int MaskSize => _maskSize;

    /// <summary>Transitions held.</summary>
    public int Count { get; private set; }

    /// <summary>Stores one transition.</summary>
    /// <param name="observation">Scaled, shape <c>[n]</c>.</param>
    /// <param name="reward"><c>Σ γⁱ rᵢ</c>, not normalised: the scale of returns is still moving.</param>
    /// <param name="nextObservation">Scaled, shape <c>[n]</c>.</param>
    /// <param name="discount">Weight of the next observation's value: γᵏ, or 0 where the task ended.</param>
    /// <param name="nextMask">Which actions are possible in the next observation, shape <c>[A]</c>; empty: all.</param>
    public void Add(
        ReadOnlySpan<float> observation, int action, float reward, ReadOnlySpan<float> nextObservation, float discount, ReadOnlySpan<bool> nextMask = default)
    {
        if (_maskSize > 0) SetMask(nextMask);
        observation.CopyTo(_observations.AsSpan(_next * _size, _size));
        nextObservation.CopyTo(_nextObservations.AsSpan(_next * _size, _size));
        (_actions[_next], _rewards[_next], _discounts[_next]) = (action, reward, discount);
        if (++_next == Capacity) _next = 0;
        if (Count < Capacity) Count++;
    }

    private void SetMask(ReadOnlySpan<bool> mask)
    {
        var own = _nextMasks.AsSpan(_next * _maskSize, _maskSize);
        if (mask.IsEmpty) own.Fill(true);
        else mask.CopyTo(own);
    }

    /// <summary>Forgets every transition.</summary>
    public void Clear() => Count = _next = 0;

    /// <summary>Fills <paramref name="batch"/> with transitions drawn uniformly, with replacement.</summary>
    /// <exception cref="InvalidOperationException">The buffer is empty.</exception>
    public void Sample(RandomGenerator random, ReplayBatch batch)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(batch);
        if (Count == 0) throw new InvalidOperationException("The replay buffer is empty; store a transition before sampling.");
        for (int i = 0; i < batch.Count; i++)
        {
            int row = (int)random.Integers(Count);
            _observations.AsSpan(row * _size, _size).CopyTo(batch.Observations.Slice(i * _size, _size));
            _nextObservations.AsSpan(row * _size, _size).CopyTo(batch.NextObservations.Slice(i * _size, _size));
            (batch.Actions[i], batch.Rewards[i], batch.Discounts[i]) = (_actions[row], _rewards[row], _discounts[row]);
            if (_maskSize > 0) _nextMasks.AsSpan(row * _maskSize, _maskSize).CopyTo(batch.NextActionMasks[(i * _maskSize)..]);
        }
    }

    /// <summary>Writes what is held, not what would fit, straight from where it lies.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<int>($"{prefix}position", [Capacity, Count, _next]);
        if (Count == 0) return;
        writer.Write<float>($"{prefix}observations", _observations.AsSpan(0, Count * _size), Count, _size);
        writer.Write<float>($"{prefix}nextObservations", _nextObservations.AsSpan(0, Count * _size), Count, _size);
        writer.Write<int>($"{prefix}actions", _actions.AsSpan(0, Count));
        writer.Write<float>($"{prefix}rewards", _rewards.AsSpan(0, Count));
        writer.Write<float>($"{prefix}discounts", _discounts.AsSpan(0, Count));
        if (_maskSize > 0) writer.Write<bool>(prefix + MasksName, _nextMasks.AsSpan(0, Count * _maskSize), Count, _maskSize);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    /// <exception cref="HubException">As <see cref="Check"/>; then the buffer is as it was.</exception>
    public void Load(ICheckpointReader reader, string prefix)
    {
        Check(reader, prefix);
        Span<int> position = stackalloc int[3];
        reader.Read($"{prefix}position", position);
        (Count, _next) = (position[1], position[2]);
        if (Count == 0) return;
        reader.Read($"{prefix}observations", _observations.AsSpan(0, Count * _size));
        reader.Read($"{prefix}nextObservations", _nextObservations.AsSpan(0, Count * _size));
        reader.Read($"{prefix}actions", _actions.AsSpan(0, Count));
        reader.Read($"{prefix}rewards", _rewards.AsSpan(0, Count));
        reader.Read($"{prefix}discounts", _discounts.AsSpan(0, Count));
        if (_maskSize > 0) reader.Read(prefix + MasksName, _nextMasks.AsSpan(0, Count * _maskSize));
    }

    /// <summary>Requires everything that <see cref="Load"/> reads to be there; changes nothing.</summary>
    /// <param name="prefix">Before each name.</param>
    /// <exception cref="HubException">EH2007 the capacity differs; EH2011 the position is outside the buffer; EH1131 an array has another
    /// length; or the checkpoint lacks one.</exception>
    public void Check(ICheckpointReader reader, string prefix)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Span<int> position = stackalloc int[3];
        reader.Require($"{prefix}position", position.Length);
        reader.Read($"{prefix}position", position);
        var (capacity, count, next) = (position[0], position[1], position[2]);
        if (capacity != Capacity) throw LearningErrors.WrongCapacity(prefix, capacity, Capacity);
        if (count < 0 || count > capacity || next < 0 || next >= capacity) throw LearningErrors.BadPosition(prefix, count, next, capacity);
        if (count == 0) return;
        reader.Require($"{prefix}observations", count * _size);
        reader.Require($"{prefix}nextObservations", count * _size);
        if (_maskSize > 0) reader.Require(prefix + MasksName, count * _maskSize);
        foreach (string name in (ReadOnlySpan<string>)["actions", "rewards", "discounts"]) reader.Require(prefix + name, count);
    }
}
