using System.Runtime.InteropServices;

namespace EnvHub.Learning;

/// <content>What it writes: every living frame once, in its type, and where places are free.</content>
internal sealed partial class FrameStore
{
    private byte[] _piece = [];   // living frames of a chunk that has free places between them

    /// <summary>Writes the living frames, a chunk at a time, and the order of the free places: frames that come later go where they would have gone.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        writer.Write<int>($"{prefix}store", [(int)Layout.Element, Layout.FrameSize, Layout.Stack, _used, _free]);
        for (int chunk = 0; chunk << _shift < _used; chunk++)
        {
            var links = _links[chunk].AsSpan(0, PlacesOf(chunk, _used));
            writer.Write<int>($"{prefix}links.{chunk}", links);
            int living = Living(links);
            if (living == 0) continue;
            var frames = living == links.Length ? _chunks[chunk].AsSpan(0, living * _frameBytes) : Gather(chunk, links, living);
            if (Layout.Element == ElementType.Float32) writer.Write<float>($"{prefix}frames.{chunk}", MemoryMarshal.Cast<byte, float>(frames), living, Layout.FrameSize);
            else writer.Write<byte>($"{prefix}frames.{chunk}", frames, living, _frameBytes);
        }
    }

    /// <summary>Requires everything that <see cref="Load"/> reads to be there and to be sound; changes nothing.</summary>
    /// <param name="prefix">Before each name.</param>
    /// <returns>Who may hold what: each part that holds frames takes its own from it.</returns>
    /// <exception cref="HubException">EH2016 frames of another kind; EH2015 the places are not sound; EH1131 an array has another length; or the
    /// checkpoint lacks one.</exception>
    public FrameTally Check(ICheckpointReader reader, string prefix)
    {
        var (used, free) = CheckHead(reader, prefix);
        for (int chunk = 0; (long)chunk << _shift < used; chunk++) reader.Require($"{prefix}links.{chunk}", PlacesOf(chunk, used));
        var links = new int[used];
        for (int chunk = 0; (long)chunk << _shift < used; chunk++)
        {
            var some = links.AsSpan(chunk << _shift, PlacesOf(chunk, used));
            reader.Read($"{prefix}links.{chunk}", some);
            int living = Living(some), elements = Layout.Element == ElementType.Float32 ? Layout.FrameSize : _frameBytes;
            if (living > 0) reader.Require($"{prefix}frames.{chunk}", living * elements);
        }
        CheckFree(links, free, prefix);
        return new(links, prefix);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote and <see cref="Check"/> found sound. Nobody holds the frames: who does must retain
    /// them, then <see cref="Sweep"/> frees the others.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Load(ICheckpointReader reader, string prefix)
    {
        Span<int> head = stackalloc int[5];
        reader.Read($"{prefix}store", head);
        (_used, _free, Count) = (head[3], head[4], 0);
        for (int chunk = 0; chunk << _shift < _used; chunk++)
        {
            if (chunk == _chunks.Count) AddChunk();
            var links = _links[chunk].AsSpan(0, PlacesOf(chunk, _used));
            reader.Read($"{prefix}links.{chunk}", links);
            int living = Living(links);
            Count += living;
            if (living > 0) ReadFrames(reader, $"{prefix}frames.{chunk}", chunk, links, living);
            foreach (ref int link in links) link = Math.Min(link, 0);
        }
    }

    /// <summary>Frees what nobody holds.</summary>
    public void Sweep()
    {
        for (int place = 0; place < _used; place++)
            if (Links(place) == 0)
            {
                Free(place);
                Count--;
            }
        if (Count == 0) (_used, _free) = (0, None);
    }

    private (int Used, int Free) CheckHead(ICheckpointReader reader, string prefix)
    {
        Span<int> head = stackalloc int[5];
        reader.Require($"{prefix}store", head.Length);
        reader.Read($"{prefix}store", head);
        if ((head[0], head[1], head[2]) != ((int)Layout.Element, Layout.FrameSize, Layout.Stack))
            throw LearningErrors.OtherFrames(prefix, (ElementType)head[0], head[1], head[2], Layout);
        var (used, free) = (head[3], head[4]);
        return used >= 0 && used <= _most && free >= None && free < used ? (used, free) : throw LearningErrors.DamagedFrames(prefix);
    }

    // The free places are one chain, from the last freed on, that ends.
    private static void CheckFree(ReadOnlySpan<int> links, int first, string prefix)
    {
        int free = links.Length - Living(links), passed = 0;
        for (int place = first; place != None; place = Link(links[place]), passed++)
            if (place < None || place >= links.Length || links[place] > 0 || passed == free) throw LearningErrors.DamagedFrames(prefix);
        if (passed != free) throw LearningErrors.DamagedFrames(prefix);
    }

    private static int Living(ReadOnlySpan<int> links)
    {
        int living = 0;
        foreach (int link in links) living += link > 0 ? 1 : 0;
        return living;
    }

    private int PlacesOf(int chunk, int used) => (int)Math.Min(1L << _shift, used - ((long)chunk << _shift));

    private Span<byte> Gather(int chunk, ReadOnlySpan<int> links, int living)
    {
        var piece = Piece(living);
        for (int place = 0, to = 0; place < links.Length; place++)
            if (links[place] > 0) _chunks[chunk].AsSpan(place * _frameBytes, _frameBytes).CopyTo(piece[(to++ * _frameBytes)..]);
        return piece;
    }

    private void ReadFrames(ICheckpointReader reader, string name, int chunk, ReadOnlySpan<int> links, int living)
    {
        var frames = living == links.Length ? _chunks[chunk].AsSpan(0, living * _frameBytes) : Piece(living);
        if (Layout.Element == ElementType.Float32) reader.Read(name, MemoryMarshal.Cast<byte, float>(frames));
        else reader.Read(name, frames);
        if (living == links.Length) return;
        for (int place = 0, from = 0; place < links.Length; place++)
            if (links[place] > 0) frames.Slice(from++ * _frameBytes, _frameBytes).CopyTo(_chunks[chunk].AsSpan(place * _frameBytes));
    }

    private Span<byte> Piece(int frames)
    {
        int bytes = frames * _frameBytes;
        if (_piece.Length < bytes) _piece = GC.AllocateUninitializedArray<byte>(_chunks[0].Length);
        return _piece.AsSpan(0, bytes);
    }
}
