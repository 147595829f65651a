namespace EnvHub.Learning;

/// <summary>Frames, each kept once and counted: who holds one retains it, and the place of one that nobody holds is the next one's.</summary>
/// <remarks>Places lie in chunks, so that together they may exceed what an array holds. What may be needed at most is allocated when the store is
/// made if that is little; else a chunk at a time, and none any more once as many frames live as ever will. Freed places are used before new
/// ones, the last freed first: memory that was touched is memory that is needed.</remarks>
internal sealed partial class FrameStore
{
    private const int ChunkBytes = 4 << 20;
    private const long LittleBytes = 64L << 20;
    private const int None = -1;

    private readonly int _frameBytes, _shift, _mask;
    private readonly long _most;                      // frames that live at most
    private readonly List<byte[]> _chunks = [];       // [places of the chunk, frameBytes]
    private readonly List<int[]> _links = [];         // [places of the chunk]: holders of a living frame; of a free place what Link(next) gives
    private long _allocated;                          // places
    private int _used, _free = None;                  // places that were ever used since the store was empty; the last freed

    /// <param name="most">Frames that live at the same time at most, at least 1.</param>
    /// <exception cref="HubException">EH2013 a frame is more than an array holds.</exception>
    public FrameStore(FrameLayout layout, long most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (layout.FrameBytes > Array.MaxLength) throw LearningErrors.TooLarge($"one frame of {layout.FrameSize} numbers");
        (Layout, _most, _frameBytes) = (layout, most, (int)layout.FrameBytes);
        _shift = System.Numerics.BitOperations.Log2((uint)Math.Max(1, ChunkBytes / _frameBytes));
        _mask = (1 << _shift) - 1;
        if (most * (_frameBytes + (long)sizeof(int)) <= LittleBytes)
            while (_allocated < most) AddChunk();
    }

    /// <summary>What is kept.</summary>
    public FrameLayout Layout { get; }

    /// <summary>Frames that somebody holds.</summary>
    public int Count { get; private set; }

    /// <summary>Keeps a frame; the caller holds it.</summary>
    /// <param name="frame">Packed, <see cref="FrameLayout.FrameBytes"/>.</param>
    /// <returns>Its place.</returns>
    /// <exception cref="HubException">EH2013 more frames than there are numbers for places.</exception>
    public int Add(ReadOnlySpan<byte> frame)
    {
        int place = _free;
        if (place != None) _free = Link(Links(place));
        else if (_used == int.MaxValue) throw LearningErrors.TooLarge("more than 2,147,483,647 frames");
        else
        {
            if (_used == _allocated) AddChunk();
            place = _used++;
        }
        frame.CopyTo(Bytes(place));
        Links(place) = 1;
        Count++;
        return place;
    }

    /// <summary>All places one after the other, where they lie in one array; else null.</summary>
    public byte[]? OnlyChunk => _chunks.Count == 1 ? _chunks[0] : null;

    /// <summary>What lies at a place.</summary>
    public ReadOnlySpan<byte> this[int place] => Bytes(place);

    /// <summary>Holds a living frame once more.</summary>
    public void Retain(int place) => Links(place)++;

    /// <summary>Holds frames once more.</summary>
    public void Retain(ReadOnlySpan<int> places)
    {
        foreach (int place in places) Links(place)++;
    }

    /// <summary>Lets go of frames that the caller holds.</summary>
    public void Release(ReadOnlySpan<int> places)
    {
        foreach (int place in places) Release(place);
    }

    /// <summary>Lets go of a frame that the caller holds; the last who does so frees its place.</summary>
    public void Release(int place)
    {
        ref int link = ref Links(place);
        if (--link > 0) return;
        Free(place);
        Count--;
        // Nothing lives: begin at the front again.
        if (Count == 0) (_used, _free) = (0, None);
    }

    // A free place tells of the next by a negative number, so that it is not taken for a living frame. The function is its own inverse.
    private static int Link(int next) => -2 - next;

    private void Free(int place)
    {
        Links(place) = Link(_free);
        _free = place;
    }

    private Span<byte> Bytes(int place) => _chunks[place >> _shift].AsSpan((place & _mask) * _frameBytes, _frameBytes);

    private ref int Links(int place) => ref _links[place >> _shift][place & _mask];

    // Not cleared: what is not used is not touched, and takes no memory from the system.
    private void AddChunk()
    {
        int places = (int)Math.Min(1L << _shift, Math.Max(1, _most - _allocated));
        _chunks.Add(GC.AllocateUninitializedArray<byte>(places * _frameBytes));
        _links.Add(GC.AllocateUninitializedArray<int>(places));
        _allocated += places;
    }
}
