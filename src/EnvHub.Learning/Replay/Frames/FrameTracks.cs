using System.Runtime.InteropServices;

namespace EnvHub.Learning;

/// <summary>The frames that each copy showed last, by which what comes next is recognised: an observation that was the next one of the step before,
/// all but the newest frame of a stack, the repeated first frame after a reset. By content, so whoever stacks frames need not say when.</summary>
internal sealed class FrameTracks
{
    private const int None = -1;

    private readonly FrameStore _frames;
    private readonly int _stack, _frameBytes;
    private readonly int[] _last, _found;   // [N, K] and [K]: places
    private readonly byte[] _packed;        // [K, frameBytes]; empty where elements are kept as they are

    /// <param name="copies">N, at least 1.</param>
    public FrameTracks(FrameStore frames, int copies)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1);
        (_frames, _stack, _frameBytes) = (frames, frames.Layout.Stack, (int)frames.Layout.FrameBytes);
        (_last, _found) = (new int[copies * _stack], new int[_stack]);
        _packed = frames.Layout.Element == ElementType.Float32 ? [] : new byte[_stack * _frameBytes];
        Forget();
    }

    /// <summary>Stores what is not stored yet of an observation.</summary>
    /// <param name="copy">Whose, [0, N).</param>
    /// <param name="elements">Shape <c>[K · FrameSize]</c>, oldest frame first.</param>
    /// <param name="isNext">Whether it is a step on from the last one; else it is likely to be the last one.</param>
    /// <returns>The frames' places, shape <c>[K]</c>: overwritten by the next call, and held until the copy's next.</returns>
    public ReadOnlySpan<int> Take(int copy, ReadOnlySpan<float> elements, bool isNext)
    {
        var bytes = MemoryMarshal.AsBytes(elements);
        if (_packed.Length > 0)
        {
            StoredElements.Pack(_frames.Layout.Element, elements, _packed);
            bytes = _packed;
        }
        if (_stack == 1) return TakeOne(copy, bytes);
        var last = _last.AsSpan(copy * _stack, _stack);
        for (int i = 0; i < _stack; i++) _found[i] = PlaceOf(bytes.Slice(i * _frameBytes, _frameBytes), last, i, isNext);
        foreach (int place in last)
            if (place != None) _frames.Release(place);
        _found.CopyTo(last);
        return _found;
    }

    // What a stack of one comes to, at every step of every task without images.
    private ReadOnlySpan<int> TakeOne(int copy, ReadOnlySpan<byte> frame)
    {
        int last = _last[copy];
        if (!IsAt(last, frame))
        {
            _last[copy] = _frames.Add(frame);
            if (last != None) _frames.Release(last);
        }
        return _last.AsSpan(copy, 1);
    }

    /// <summary>Begins anew without letting go: the store was emptied or loaded.</summary>
    public void Forget() => Array.Fill(_last, None);

    /// <summary>Lets go of every frame.</summary>
    public void Release()
    {
        foreach (int place in _last)
            if (place != None) _frames.Release(place);
        Forget();
    }

    private int PlaceOf(ReadOnlySpan<byte> frame, ReadOnlySpan<int> last, int index, bool isNext)
    {
        int same = last[index], newer = index + 1 < _stack ? last[index + 1] : None, before = index > 0 ? _found[index - 1] : None;
        int place = Matching(frame, isNext ? newer : same, isNext ? same : newer, before);
        if (place == None) return _frames.Add(frame);
        _frames.Retain(place);
        return place;
    }

    private int Matching(ReadOnlySpan<byte> frame, int first, int second, int third) =>
        IsAt(first, frame) ? first : IsAt(second, frame) ? second : IsAt(third, frame) ? third : None;

    private bool IsAt(int place, ReadOnlySpan<byte> frame) => place != None && frame.SequenceEqual(_frames[place]);

    /// <summary>Writes the places.</summary>
    public void Save(ICheckpointWriter writer, string name) => writer.Write<int>(name, _last);

    /// <summary>Continues from what <see cref="Save"/> wrote, and holds those frames of the loaded store.</summary>
    public void Load(ICheckpointReader reader, string name)
    {
        reader.Read(name, _last.AsSpan());
        foreach (int place in _last)
            if (place != None) _frames.Retain(place);
    }

    /// <summary>Requires what <see cref="Load"/> reads.</summary>
    /// <exception cref="HubException">EH2015 a place is no living frame's; EH1131 another number of places; or the checkpoint lacks them.</exception>
    public void Check(ICheckpointReader reader, string name, FrameTally tally)
    {
        reader.Require(name, _last.Length);
        var places = new int[_last.Length];
        reader.Read(name, places.AsSpan());
        foreach (int place in places)
            if (place != None) tally.Take([place]);
    }
}
