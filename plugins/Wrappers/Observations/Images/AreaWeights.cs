namespace EnvHub.Plugins.Wrappers;

/// <summary>Shrinks an image by any factors of at least 1: pixels that two share are weighed. Sums stand in OpenCV's order, since each rounds.</summary>
internal sealed class AreaWeights : ImageScaler
{
    /// <summary>What OpenCV takes here.</summary>
    public const int MostChannels = 4;

    // An edge nearer than this to a pixel's own is taken for it.
    private const double Nearest = 1e-3;

    private readonly Share[] _columns, _rows;
    private readonly float[] _row, _sum;
    private readonly int _stride, _channels;

    public AreaWeights((int Height, int Width) from, (int Height, int Width) to, int channels)
    {
        (_columns, _rows) = (Shares(from.Width, to.Width), Shares(from.Height, to.Height));
        (_row, _sum) = (new float[to.Width * channels], new float[to.Width * channels]);
        (_stride, _channels) = (from.Width * channels, channels);
    }

    public override void Scale(ReadOnlySpan<float> source, Span<float> target)
    {
        int current = 0;
        Array.Clear(_sum);
        foreach (var share in _rows)
        {
            if (share.Target != current) Finish(target, ref current);
            Squeeze(source.Slice(share.Source * _stride, _stride));
            for (int i = 0; i < _sum.Length; i++) _sum[i] += share.Weight * _row[i];
        }
        Finish(target, ref current);
    }

    private void Finish(Span<float> target, ref int row)
    {
        var pixels = target.Slice(row * _sum.Length, _sum.Length);
        for (int i = 0; i < pixels.Length; i++) pixels[i] = ToByte(_sum[i]);
        Array.Clear(_sum);
        row++;
    }

    private void Squeeze(ReadOnlySpan<float> source)
    {
        Array.Clear(_row);
        foreach (var share in _columns)
            for (int channel = 0; channel < _channels; channel++)
                _row[share.Target * _channels + channel] += source[share.Source * _channels + channel] * share.Weight;
    }

    // Which pixels inside a pixel outside covers along an axis, and how much of it each is.
    private static Share[] Shares(int from, int to)
    {
        double scale = ScaleOf(from, to);
        var shares = new List<Share>();
        for (int i = 0; i < to; i++)
        {
            double start = i * scale, end = start + scale, covered = Math.Min(scale, from - start);
            int last = Math.Min((int)Math.Floor(end), from - 1), first = Math.Min((int)Math.Ceiling(start), last);
            if (first - start > Nearest) shares.Add(new(first - 1, i, (float)((first - start) / covered)));
            for (int whole = first; whole < last; whole++) shares.Add(new(whole, i, (float)(1.0 / covered)));
            if (end - last > Nearest) shares.Add(new(last, i, (float)(Math.Min(Math.Min(end - last, 1.0), covered) / covered)));
        }
        return [.. shares];
    }

    private readonly record struct Share(int Source, int Target, float Weight);
}
