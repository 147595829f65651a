using System.Runtime.InteropServices;
using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>A ring of one task's transitions; the newest overwrites the oldest. Draws with replacement, uniform or by priorities.</summary>
/// <remarks>Observations are kept as the environment gave them, in the type of their space (an image's bytes, a discrete value as one number), and
/// become what the network sees when they are sampled. Each frame is kept once: the next observation is mostly the observation of a later
/// transition, and a stack shares all frames but one with the stack before. A transition takes <c>8K + 12</c> bytes for K stacked frames, and
/// about one frame; at an episode's start up to K more. See <see cref="PredictBytes"/>. Source: Lin (1992); Mnih et al. (2015).</remarks>
public sealed partial class ReplayBuffer
{
    private const int MaskBits = 32;

    private readonly ObservationScaler _scaler;
    private readonly FrameStore _frames;
    private readonly FrameTracks _tracks;
    private readonly int[] _places;                 // [capacity, 2K]: of the observation's frames, then of the next one's
    private readonly float[] _rewards, _discounts;  // [capacity]
    private readonly int[] _actions;                // [capacity]
    private readonly uint[] _masks;                 // [capacity, words]: a bit per action; empty without masks
    private readonly ReplayPriorities? _priorities; // null: all are drawn alike
    private readonly float[] _elements;             // [n], of one observation before it is scaled
    private readonly int _stack, _maskSize, _maskWords;
    private int _next;

    /// <summary>A buffer of observations that are vectors of floats, and that the network sees as they are.</summary>
    /// <param name="capacity">Transitions kept; at least 1.</param>
    /// <param name="observationSize">Numbers per observation, n; at least 1.</param>
    /// <param name="prioritized">How priorities are made; null: all are drawn alike.</param>
    /// <exception cref="HubException">EH2013 more than an array holds.</exception>
    public ReplayBuffer(int capacity, int observationSize, PrioritizedReplayOptions? prioritized = null)
        : this(capacity, ObservationScaler.None(observationSize), prioritized: prioritized) { }

    /// <summary>A buffer of a task's observations.</summary>
    /// <param name="capacity">Transitions kept; at least 1.</param>
    /// <param name="scaler">What the network sees of them.</param>
    /// <param name="copies">Copies that transitions come from, at least 1.</param>
    /// <param name="waiting">Steps of each copy that may wait for their n-step return, at least 0.</param>
    /// <param name="maskSize">Actions of which it keeps whether they are possible next; 0 for none.</param>
    /// <param name="prioritized">How priorities are made; null: all are drawn alike.</param>
    /// <exception cref="HubException">EH2013 more than an array holds.</exception>
    public ReplayBuffer(int capacity, ObservationScaler scaler, int copies = 1, int waiting = 0, int maskSize = 0, PrioritizedReplayOptions? prioritized = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentNullException.ThrowIfNull(scaler);
        ArgumentOutOfRangeException.ThrowIfNegative(waiting);
        ArgumentOutOfRangeException.ThrowIfNegative(maskSize);
        (_scaler, _stack, _maskSize, _maskWords) = (scaler, scaler.Layout.Stack, maskSize, (maskSize + MaskBits - 1) / MaskBits);
        if (capacity > MostCapacity(scaler.Layout, maskSize)) throw LearningErrors.TooLarge($"{capacity} transitions of {_stack} frames each");
        _frames = new(scaler.Layout, MostFrames(capacity, _stack, copies, waiting));
        _tracks = new(_frames, copies);
        (_places, _masks) = (Allocate<int>(capacity * 2 * _stack), Allocate<uint>(capacity * _maskWords));
        (_rewards, _discounts, _actions) = (Allocate<float>(capacity), Allocate<float>(capacity), Allocate<int>(capacity));
        _elements = new float[scaler.ElementSize];
        _priorities = prioritized is null ? null : new(prioritized, capacity);
    }

    /// <summary>Transitions that fit.</summary>
    public int Capacity => _actions.Length;

    /// <summary>Transitions held.</summary>
    public int Count { get; private set; }

    /// <summary>Actions of which it keeps whether they are possible next; 0 for none.</summary>
    public int MaskSize => _maskSize;

    /// <summary>Different frames held, by transitions and by copies whose steps wait.</summary>
    public int FrameCount => _frames.Count;

    /// <summary>Stores one transition.</summary>
    /// <param name="observation">Elements, shape <c>[ElementSize]</c>.</param>
    /// <param name="reward"><c>Σ γⁱ rᵢ</c>, not normalised: the scale of returns is still moving.</param>
    /// <param name="nextObservation">Elements, shape <c>[ElementSize]</c>.</param>
    /// <param name="discount">Weight of the next observation's value: γᵏ, or 0 where the task ended.</param>
    /// <param name="nextActionMask">Which actions are possible next, shape <c>[MaskSize]</c>; empty: all.</param>
    /// <param name="copy">The copy that it comes from.</param>
    public void Add(
        ReadOnlySpan<float> observation, int action, float reward, ReadOnlySpan<float> nextObservation, float discount,
        ReadOnlySpan<bool> nextActionMask = default, int copy = 0)
    {
        Span<int> places = stackalloc int[_stack];
        Take(copy, observation, isNext: false).CopyTo(places);
        _frames.Retain(places);
        Add(places, action, reward, Take(copy, nextObservation, isNext: true), discount, nextActionMask);
        _frames.Release(places);
    }

    /// <summary>Frames per observation, K.</summary>
    internal int Stack => _stack;

    /// <summary>Where frames lie, for those who hold some while they wait.</summary>
    internal FrameStore Frames => _frames;

    /// <summary>Stores an observation's frames as <see cref="FrameTracks.Take"/> does.</summary>
    internal ReadOnlySpan<int> Take(int copy, ReadOnlySpan<float> elements, bool isNext) => _tracks.Take(copy, elements, isNext);

    /// <summary>Stores one transition between observations whose frames are stored.</summary>
    internal void Add(
        ReadOnlySpan<int> places, int action, float reward, ReadOnlySpan<int> nextPlaces, float discount, ReadOnlySpan<bool> nextActionMask)
    {
        _frames.Retain(places);
        _frames.Retain(nextPlaces);
        var own = PlacesOf(_next);
        if (Count == Capacity) _frames.Release(own);
        else Count++;
        places.CopyTo(own);
        nextPlaces.CopyTo(own[_stack..]);
        (_actions[_next], _rewards[_next], _discounts[_next]) = (action, reward, discount);
        if (_maskSize > 0) StoreMask(nextActionMask, discount);
        _priorities?.Add(_next);
        if (++_next == Capacity) _next = 0;
    }

    /// <summary>Forgets every transition.</summary>
    public void Clear()
    {
        _frames.Release(_places.AsSpan(0, Count * 2 * _stack));
        Count = _next = 0;
        _priorities?.Clear();
    }

    /// <summary>Fills <paramref name="batch"/> with transitions drawn with replacement.</summary>
    /// <param name="progress">Share of all steps that are taken, [0, 1]; counts with priorities alone.</param>
    /// <exception cref="InvalidOperationException">The buffer is empty.</exception>
    public void Sample(RandomGenerator random, ReplayBatch batch, double progress = 0)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(batch);
        if (Count == 0) throw new InvalidOperationException("The replay buffer is empty; store a transition before sampling.");
        if (_priorities is not null)
        {
            var indices = batch.Draw(_priorities, random, Count, progress);
            for (int i = 0; i < batch.Count; i++) Read(indices[i], batch, i);
        }
        else if (_scaler.Layout is { Element: ElementType.Float32, Stack: 1 } && _frames.OnlyChunk is { } chunk) SampleNumbers(random, batch, MemoryMarshal.Cast<byte, float>(chunk));
        else
            for (int i = 0; i < batch.Count; i++) Read((int)random.Integers(Count), batch, i);
    }

    // As Read, where what is kept is one run of numbers: the small observations of control tasks, of which an update takes thousands a second.
    private void SampleNumbers(RandomGenerator random, ReplayBatch batch, ReadOnlySpan<float> numbers)
    {
        int size = _scaler.Size, frame = _scaler.Layout.FrameSize;
        Span<float> observations = batch.Observations, nextObservations = batch.NextObservations;
        for (int row = 0; row < batch.Count; row++)
        {
            int index = (int)random.Integers(Count), place = _places[2 * index], next = _places[2 * index + 1];
            _scaler.ScaleOne(numbers.Slice(place * frame, frame), observations.Slice(row * size, size));
            _scaler.ScaleOne(numbers.Slice(next * frame, frame), nextObservations.Slice(row * size, size));
            (batch.Actions[row], batch.Rewards[row], batch.Discounts[row]) = (_actions[index], _rewards[index], _discounts[index]);
            if (_maskSize > 0 && !batch.NextActionMasks.IsEmpty) ReadMask(index, batch.NextActionMasks.Slice(row * _maskSize, _maskSize));
        }
    }

    /// <summary>Copies one transition, as the network sees it.</summary>
    /// <param name="index">Where it lies, [0, Count); the oldest is at 0 until the buffer is full.</param>
    /// <param name="row">Where in the batch it goes.</param>
    public void Read(int index, ReplayBatch batch, int row)
    {
        ArgumentNullException.ThrowIfNull(batch);
        int size = _scaler.Size;
        var places = PlacesOf(index);
        _scaler.Restore(_frames, places[.._stack], _elements, batch.Observations.Slice(row * size, size));
        _scaler.Restore(_frames, places[_stack..], _elements, batch.NextObservations.Slice(row * size, size));
        (batch.Actions[row], batch.Rewards[row], batch.Discounts[row]) = (_actions[index], _rewards[index], _discounts[index]);
        if (_maskSize > 0 && !batch.NextActionMasks.IsEmpty) ReadMask(index, batch.NextActionMasks.Slice(row * _maskSize, _maskSize));
    }

    private Span<int> PlacesOf(int index) => _places.AsSpan(index * 2 * _stack, 2 * _stack);

    // All are possible where nothing was said, and where nothing comes after: then nobody asks, and a maximum over none has no value.
    private void StoreMask(ReadOnlySpan<bool> mask, float discount)
    {
        var words = _masks.AsSpan(_next * _maskWords, _maskWords);
        words.Fill(uint.MaxValue);
        if (discount == 0) return;
        for (int i = 0; i < mask.Length; i++)
            if (!mask[i]) words[i / MaskBits] &= ~(1u << (i % MaskBits));
    }

    private void ReadMask(int index, Span<bool> mask)
    {
        var words = _masks.AsSpan(index * _maskWords, _maskWords);
        for (int i = 0; i < mask.Length; i++) mask[i] = (words[i / MaskBits] >> (i % MaskBits) & 1) != 0;
    }

    // Were no frame shared. A copy holds the last observation and, for a moment, the one after it.
    private static long MostFrames(int capacity, int stack, int copies, int waiting) => stack * (2L * capacity + (waiting + 2L) * copies + 2);

    // What is not used is not touched, and takes no memory from the system.
    private static T[] Allocate<T>(int length) where T : unmanaged => GC.AllocateUninitializedArray<T>(length);
}
