using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>A ring of what a student was taught in one task: an observation, and what the teachers say of it. The newest overwrites the oldest.</summary>
/// <remarks>Observations are kept as <see cref="ReplayBuffer"/> keeps them, each frame once, and scaled when sampled; targets take
/// <c>capacity × A × 4</c> bytes. Uniform draws with replacement.</remarks>
public sealed class LessonBuffer
{
    private readonly ObservationScaler _scaler;
    private readonly FrameStore _frames;
    private readonly FrameTracks _tracks;
    private readonly int[] _places;               // [capacity, K]
    private readonly float[] _targets;            // [capacity, A]
    private readonly float[] _elements;           // [n], of one observation before it is scaled
    private readonly int _stack, _actionCount;
    private int _next;

    /// <summary>A buffer of observations that are vectors of floats, and that the network sees as they are.</summary>
    /// <param name="capacity">Lessons kept; at least 1.</param>
    /// <param name="observationSize">Numbers per observation, n; at least 1.</param>
    /// <param name="actionCount">A, at least 1.</param>
    /// <exception cref="HubException">EH2013 more than an array holds.</exception>
    public LessonBuffer(int capacity, int observationSize, int actionCount) : this(capacity, ObservationScaler.None(observationSize), actionCount) { }

    /// <summary>A buffer of a task's observations.</summary>
    /// <param name="capacity">Lessons kept; at least 1.</param>
    /// <param name="scaler">What the network sees of them.</param>
    /// <param name="actionCount">A, at least 1.</param>
    /// <param name="copies">Copies that lessons come from, at least 1.</param>
    /// <exception cref="HubException">EH2013 more than an array holds.</exception>
    public LessonBuffer(int capacity, ObservationScaler scaler, int actionCount, int copies = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentNullException.ThrowIfNull(scaler);
        ArgumentOutOfRangeException.ThrowIfLessThan(actionCount, 1);
        (Capacity, _scaler, _stack, _actionCount) = (capacity, scaler, scaler.Layout.Stack, actionCount);
        if (capacity > MostCapacity(scaler.Layout, actionCount)) throw LearningErrors.TooLarge($"{capacity} lessons of {actionCount} actions each");
        _frames = new(scaler.Layout, _stack * ((long)capacity + copies + 1));
        _tracks = new(_frames, copies);
        (_places, _targets) = (GC.AllocateUninitializedArray<int>(capacity * _stack), GC.AllocateUninitializedArray<float>(capacity * actionCount));
        _elements = new float[scaler.ElementSize];
    }

    /// <summary>The largest capacity whose arrays can be had; 0 if a single frame is more than an array holds.</summary>
    internal static long MostCapacity(FrameLayout layout, int actionCount) => layout.FrameBytes > Array.MaxLength ? 0 : Array.MaxLength / Math.Max((long)layout.Stack, actionCount);

    /// <summary>Lessons that fit.</summary>
    public int Capacity { get; }

    /// <summary>Lessons held.</summary>
    public int Count { get; private set; }

    /// <summary>Stores one lesson.</summary>
    /// <param name="observation">Elements, shape <c>[ElementSize]</c>.</param>
    /// <param name="target">What <see cref="TeacherPanel.Judge"/> gave, shape <c>[A]</c>.</param>
    /// <param name="copy">The copy that it comes from.</param>
    public void Add(ReadOnlySpan<float> observation, ReadOnlySpan<float> target, int copy = 0)
    {
        var places = _tracks.Take(copy, observation, isNext: true);
        _frames.Retain(places);
        var own = _places.AsSpan(_next * _stack, _stack);
        if (Count == Capacity) _frames.Release(own);
        else Count++;
        places.CopyTo(own);
        target.CopyTo(_targets.AsSpan(_next * _actionCount, _actionCount));
        if (++_next == Capacity) _next = 0;
    }

    /// <summary>Draws B lessons.</summary>
    /// <param name="observations">Receives them, as the network sees them, shape <c>[B, n]</c>.</param>
    /// <param name="targets">Receives them, shape <c>[B, A]</c>.</param>
    /// <exception cref="InvalidOperationException">The buffer is empty.</exception>
    public void Sample(RandomGenerator random, Span<float> observations, Span<float> targets)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (Count == 0) throw new InvalidOperationException("The buffer of lessons is empty; store one before sampling.");
        for (; !targets.IsEmpty; observations = observations[_scaler.Size..], targets = targets[_actionCount..])
        {
            int row = (int)random.Integers(Count);
            _scaler.Restore(_frames, _places.AsSpan(row * _stack, _stack), _elements, observations[.._scaler.Size]);
            _targets.AsSpan(row * _actionCount, _actionCount).CopyTo(targets);
        }
    }

    /// <summary>Writes what is held.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<int>($"{prefix}position", [Capacity, Count, _next, _scaler.Code]);
        _frames.Save(writer, prefix);
        _tracks.Save(writer, $"{prefix}last");
        if (Count == 0) return;
        writer.Write<int>($"{prefix}places", _places.AsSpan(0, Count * _stack), Count, _stack);
        writer.Write<float>($"{prefix}targets", _targets.AsSpan(0, Count * _actionCount), Count, _actionCount);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    /// <exception cref="HubException">EH2007 the capacity differs; EH2011 the position is outside the buffer; EH2015 to EH2018 the frames are
    /// damaged or of another kind; EH1131 an array has another length; or the checkpoint lacks one. The buffer is as it was.</exception>
    public void Load(ICheckpointReader reader, string prefix)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (count, next) = Check(reader, prefix);
        _frames.Load(reader, prefix);
        _tracks.Load(reader, $"{prefix}last");
        if (count > 0)
        {
            reader.Read($"{prefix}places", _places.AsSpan(0, count * _stack));
            _frames.Retain(_places.AsSpan(0, count * _stack));
            reader.Read($"{prefix}targets", _targets.AsSpan(0, count * _actionCount));
        }
        (Count, _next) = (count, next);
    }

    private (int Count, int Next) Check(ICheckpointReader reader, string prefix)
    {
        var (capacity, count, next, code) = ReplayBuffer.PositionIn(reader, prefix);
        if (capacity != Capacity) throw LearningErrors.WrongCapacity(prefix, capacity, Capacity);
        if (count < 0 || count > capacity || next < 0 || next >= capacity) throw LearningErrors.BadPosition(prefix, count, next, capacity);
        if (code != _scaler.Code) throw LearningErrors.OtherScaling(prefix);
        var tally = _frames.Check(reader, prefix);
        _tracks.Check(reader, $"{prefix}last", tally);
        if (count > 0)
        {
            reader.Require($"{prefix}targets", count * _actionCount);
            reader.Require($"{prefix}places", count * _stack);
            var places = new int[count * _stack];
            reader.Read($"{prefix}places", places.AsSpan());
            tally.Take(places);
        }
        tally.RequireComplete();
        return (count, next);
    }
}
