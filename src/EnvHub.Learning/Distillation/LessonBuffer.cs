using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>A ring of what a student was taught in one task: an observation, and what the teachers say of it. The newest overwrites the oldest.</summary>
/// <remarks>Allocated whole when made: <c>capacity × (n + A) × 4</c> bytes. Uniform draws with replacement.</remarks>
public sealed class LessonBuffer
{
    private readonly float[] _observations, _targets;   // [capacity, n], [capacity, A]
    private readonly int _size, _actionCount;
    private int _next;

    /// <param name="capacity">Lessons kept; at least 1.</param>
    /// <param name="observationSize">Numbers per observation, n; at least 1.</param>
    /// <param name="actionCount">A, at least 1.</param>
    public LessonBuffer(int capacity, int observationSize, int actionCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(observationSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(actionCount, 1);
        (Capacity, _size, _actionCount) = (capacity, observationSize, actionCount);
        (_observations, _targets) = (new float[checked(capacity * observationSize)], new float[checked(capacity * actionCount)]);
    }

    /// <summary>Lessons that fit.</summary>
    public int Capacity { get; }

    /// <summary>Lessons held.</summary>
    public int Count { get; private set; }

    /// <summary>Stores one lesson.</summary>
    /// <param name="observation">Scaled, shape <c>[n]</c>.</param>
    /// <param name="target">What <see cref="TeacherPanel.Judge"/> gave, shape <c>[A]</c>.</param>
    public void Add(ReadOnlySpan<float> observation, ReadOnlySpan<float> target)
    {
        observation.CopyTo(_observations.AsSpan(_next * _size, _size));
        target.CopyTo(_targets.AsSpan(_next * _actionCount, _actionCount));
        if (++_next == Capacity) _next = 0;
        if (Count < Capacity) Count++;
    }

    /// <summary>Draws B lessons.</summary>
    /// <param name="observations">Receives them, shape <c>[B, n]</c>.</param>
    /// <param name="targets">Receives them, shape <c>[B, A]</c>.</param>
    /// <exception cref="InvalidOperationException">The buffer is empty.</exception>
    public void Sample(RandomGenerator random, Span<float> observations, Span<float> targets)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (Count == 0) throw new InvalidOperationException("The buffer of lessons is empty; store one before sampling.");
        for (; !targets.IsEmpty; observations = observations[_size..], targets = targets[_actionCount..])
        {
            int row = (int)random.Integers(Count);
            _observations.AsSpan(row * _size, _size).CopyTo(observations);
            _targets.AsSpan(row * _actionCount, _actionCount).CopyTo(targets);
        }
    }

    /// <summary>Writes what is held.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<int>($"{prefix}position", [Capacity, Count, _next]);
        if (Count == 0) return;
        writer.Write<float>($"{prefix}observations", _observations.AsSpan(0, Count * _size), Count, _size);
        writer.Write<float>($"{prefix}targets", _targets.AsSpan(0, Count * _actionCount), Count, _actionCount);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    /// <exception cref="HubException">EH2007 the capacity differs; EH2011 the position is outside the buffer.</exception>
    public void Load(ICheckpointReader reader, string prefix)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Span<int> position = stackalloc int[3];
        reader.Read($"{prefix}position", position);
        var (capacity, count, next) = (position[0], position[1], position[2]);
        if (capacity != Capacity) throw LearningErrors.WrongCapacity(prefix, capacity, Capacity);
        if (count < 0 || count > capacity || next < 0 || next >= capacity) throw LearningErrors.BadPosition(prefix, count, next, capacity);
        if (count > 0)
        {
            reader.Require($"{prefix}targets", count * _actionCount);
            reader.Read($"{prefix}observations", _observations.AsSpan(0, count * _size));
            reader.Read($"{prefix}targets", _targets.AsSpan(0, count * _actionCount));
        }
        (Count, _next) = (count, next);
    }
}
