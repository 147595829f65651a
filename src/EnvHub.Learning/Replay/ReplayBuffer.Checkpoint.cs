namespace EnvHub.Learning;

/// <content>What it writes, and what it asks of a file before it takes anything from it.</content>
public sealed partial class ReplayBuffer
{
    /// <summary>How a checkpoint calls the masks, where there are some.</summary>
    internal const string MasksName = "nextActionMasks";

    private const int PositionLength = 4;

    /// <summary>Writes what is held, not what would fit: each frame once, straight from where it lies unless free places lie between.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<int>($"{prefix}position", [Capacity, Count, _next, _scaler.Code]);
        _frames.Save(writer, prefix);
        _tracks.Save(writer, $"{prefix}last");
        _priorities?.Save(writer, prefix, Count);
        if (Count == 0) return;
        writer.Write<int>($"{prefix}places", _places.AsSpan(0, Count * 2 * _stack), Count, 2 * _stack);
        writer.Write<int>($"{prefix}actions", _actions.AsSpan(0, Count));
        writer.Write<float>($"{prefix}rewards", _rewards.AsSpan(0, Count));
        writer.Write<float>($"{prefix}discounts", _discounts.AsSpan(0, Count));
        if (_maskSize > 0) writer.Write<uint>(prefix + MasksName, _masks.AsSpan(0, Count * _maskWords), Count, _maskWords);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote. Windows over this buffer are to be loaded after it.</summary>
    /// <exception cref="HubException">As <see cref="Check"/>; then the buffer is as it was.</exception>
    public void Load(ICheckpointReader reader, string prefix)
    {
        Check(reader, prefix);
        LoadChecked(reader, prefix);
    }

    /// <summary>Requires everything that <see cref="Load"/> reads to be there; changes nothing.</summary>
    /// <param name="prefix">Before each name.</param>
    /// <exception cref="HubException">EH2007 the capacity differs; EH2011 the position is outside the buffer; EH2015 a frame is not where it is
    /// said to be; EH2016 observations of another kind, or kept by an older version; EH2025 a priority is no number above 0; EH1131 an array has another length; or the checkpoint lacks
    /// one.</exception>
    public void Check(ICheckpointReader reader, string prefix) => CheckParts(reader, prefix);

    /// <summary>As <see cref="Check"/>.</summary>
    /// <returns>What windows over this buffer may hold.</returns>
    internal FrameTally CheckParts(ICheckpointReader reader, string prefix)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (capacity, count, next, code) = PositionIn(reader, prefix);
        if (capacity != Capacity) throw LearningErrors.WrongCapacity(prefix, capacity, Capacity);
        if (count < 0 || count > capacity || next < 0 || next >= capacity) throw LearningErrors.BadPosition(prefix, count, next, capacity);
        if (code != _scaler.Code) throw LearningErrors.OtherScaling(prefix);
        var tally = _frames.Check(reader, prefix);
        _tracks.Check(reader, $"{prefix}last", tally);
        if (_priorities is not null) ReplayPriorities.Check(reader, prefix, count);
        if (count == 0) return tally;
        foreach (string name in (ReadOnlySpan<string>)["actions", "rewards", "discounts"]) reader.Require(prefix + name, count);
        if (_maskSize > 0) reader.Require(prefix + MasksName, count * _maskWords);
        reader.Require($"{prefix}places", count * 2 * _stack);
        var places = new int[count * 2 * _stack];
        reader.Read($"{prefix}places", places.AsSpan());
        tally.Take(places);
        return tally;
    }

    /// <summary>Loads what was checked; frames of waiting steps stay, held by nobody, until <see cref="Sweep"/>.</summary>
    internal void LoadChecked(ICheckpointReader reader, string prefix)
    {
        (_, Count, _next, _) = PositionIn(reader, prefix);
        _frames.Load(reader, prefix);
        _tracks.Load(reader, $"{prefix}last");
        _priorities?.Load(reader, prefix, Count);
        if (Count == 0) return;
        var places = _places.AsSpan(0, Count * 2 * _stack);
        reader.Read($"{prefix}places", places);
        _frames.Retain(places);
        reader.Read($"{prefix}actions", _actions.AsSpan(0, Count));
        reader.Read($"{prefix}rewards", _rewards.AsSpan(0, Count));
        reader.Read($"{prefix}discounts", _discounts.AsSpan(0, Count));
        if (_maskSize > 0) reader.Read(prefix + MasksName, _masks.AsSpan(0, Count * _maskWords));
    }

    /// <summary>Frees the frames of waiting steps that were not loaded.</summary>
    internal void Sweep() => _frames.Sweep();

    /// <summary>Where a saved buffer was.</summary>
    /// <exception cref="HubException">EH2016 it was written by an older version; or there is none.</exception>
    internal static (int Capacity, int Count, int Next, int ScalerCode) PositionIn(ICheckpointReader reader, string prefix)
    {
        Span<int> position = stackalloc int[PositionLength];
        if (reader.LengthOf($"{prefix}position") == PositionLength - 1) throw LearningErrors.OldReplay(prefix);
        reader.Require($"{prefix}position", position.Length);
        reader.Read($"{prefix}position", position);
        return (position[0], position[1], position[2], position[3]);
    }
}
