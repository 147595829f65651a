namespace EnvHub.Rendering;

/// <summary>At most 256 colours for a picture: its own where it has no more, else the means of groups.</summary>
/// <remarks>Source: median cut, Heckbert (1982). Differs: the group to split next is the one whose widest channel, times its number of
/// pixels, is largest.</remarks>
internal sealed class Palette
{
    private const int Most = 256;

    private readonly Dictionary<int, byte> _entries = [];
    private readonly List<int> _colors = [];

    private Palette() { }

    /// <summary>The colours, as 0xRRGGBB.</summary>
    public IReadOnlyList<int> Colors => _colors;

    /// <summary>The entry for a colour that the picture has.</summary>
    /// <param name="color">As 0xRRGGBB.</param>
    public byte IndexOf(int color) => _entries[color];

    /// <summary>Chooses colours.</summary>
    /// <param name="pixels">The picture's colours, as 0xRRGGBB.</param>
    public static Palette Of(ReadOnlySpan<int> pixels)
    {
        var counts = new Dictionary<int, int>();
        foreach (int pixel in pixels) counts[pixel] = counts.GetValueOrDefault(pixel) + 1;
        // In the order of the colours, so that the palette depends on the picture alone.
        (int Color, int Count)[] colors = [.. counts.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key)];
        var palette = new Palette();
        if (colors.Length <= Most) foreach (var color in colors) palette.Add([color]);
        else foreach (var group in Split(colors)) palette.Add(group.Span);
        return palette;
    }

    private void Add(ReadOnlySpan<(int Color, int Count)> group)
    {
        long red = 0, green = 0, blue = 0, count = 0;
        foreach (var (color, times) in group)
        {
            _entries[color] = (byte)_colors.Count;
            (red, green, blue) = (red + (long)Channel(color, 2) * times, green + (long)Channel(color, 1) * times, blue + (long)Channel(color, 0) * times);
            count += times;
        }
        long half = count / 2;
        _colors.Add((int)((red + half) / count << 16 | (green + half) / count << 8 | (blue + half) / count));
    }

    private static IEnumerable<Memory<(int Color, int Count)>> Split((int Color, int Count)[] colors)
    {
        var groups = new PriorityQueue<Memory<(int Color, int Count)>, double>();
        Enqueue(groups, colors);
        while (groups.Count < Most)
        {
            var group = groups.Dequeue();
            var (channel, _) = Widest(group.Span);
            group.Span.Sort((a, b) => Channel(a.Color, channel).CompareTo(Channel(b.Color, channel)));
            int middle = Median(group.Span);
            Enqueue(groups, group[..middle]);
            Enqueue(groups, group[middle..]);
        }
        return groups.UnorderedItems.Select(item => item.Element);
    }

    private static void Enqueue(PriorityQueue<Memory<(int Color, int Count)>, double> groups, Memory<(int Color, int Count)> group)
    {
        long count = 0;
        foreach (var (_, times) in group.Span) count += times;
        groups.Enqueue(group, -(double)Widest(group.Span).Range * count);
    }

    // Where to cut so that both sides have about as many pixels, and at least one colour each.
    private static int Median(ReadOnlySpan<(int Color, int Count)> group)
    {
        long total = 0, below = 0;
        foreach (var (_, times) in group) total += times;
        for (int i = 0; i < group.Length - 1; i++)
        {
            below += group[i].Count;
            if (2 * below >= total) return i + 1;
        }
        return group.Length - 1;
    }

    private static (int Channel, int Range) Widest(ReadOnlySpan<(int Color, int Count)> group)
    {
        var widest = (Channel: 0, Range: -1);
        for (int channel = 0; channel < 3; channel++)
        {
            int least = 255, most = 0;
            foreach (var (color, _) in group) (least, most) = (Math.Min(least, Channel(color, channel)), Math.Max(most, Channel(color, channel)));
            if (most - least > widest.Range) widest = (channel, most - least);
        }
        return widest;
    }

    private static int Channel(int color, int channel) => color >> 8 * channel & 255;
}
