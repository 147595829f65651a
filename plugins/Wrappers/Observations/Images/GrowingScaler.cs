namespace EnvHub.Plugins.Wrappers;

/// <summary>Scales an image of which an axis grows: OpenCV then interpolates between two pixels along each axis, in fixed point.</summary>
internal sealed class GrowingScaler : ImageScaler
{
    private const int One = 2048;

    private readonly Pair[] _columns, _rows;
    private readonly int _stride, _channels, _width;

    public GrowingScaler((int Height, int Width) from, (int Height, int Width) to, int channels)
    {
        (_columns, _rows) = (Pairs(from.Width, to.Width, endsAlone: true), Pairs(from.Height, to.Height, endsAlone: false));
        (_stride, _channels, _width) = (from.Width * channels, channels, to.Width * channels);
    }

    public override void Scale(ReadOnlySpan<float> source, Span<float> target)
    {
        for (int y = 0; y < _rows.Length; y++)
        {
            var row = _rows[y];
            ReadOnlySpan<float> upper = source.Slice(row.First * _stride, _stride), lower = source.Slice(row.Second * _stride, _stride);
            var pixels = target.Slice(y * _width, _width);
            for (int x = 0; x < _columns.Length; x++)
                for (int channel = 0; channel < _channels; channel++)
                    pixels[x * _channels + channel] = Mix(row, Mix(_columns[x], upper, channel), Mix(_columns[x], lower, channel));
        }
    }

    private int Mix(Pair column, ReadOnlySpan<float> row, int channel) =>
        (int)row[column.First * _channels + channel] * column.FirstWeight + (int)row[column.Second * _channels + channel] * column.SecondWeight;

    private static int Mix(Pair row, int upper, int lower) =>
        (((row.FirstWeight * (upper >> 4)) >> 16) + ((row.SecondWeight * (lower >> 4)) >> 16) + 2) >> 2;

    // Past the last column its pixel counts alone, past the last row that row counts twice: the rounding differs.
    private static Pair[] Pairs(int from, int to, bool endsAlone)
    {
        double scale = ScaleOf(from, to), inverse = (double)to / from;
        var pairs = new Pair[to];
        for (int i = 0; i < to; i++)
        {
            int first = (int)Math.Floor(i * scale);
            float second = (float)(i + 1 - (first + 1) * inverse);
            second = second <= 0 ? 0 : second - MathF.Floor(second);
            if (endsAlone && first >= from - 1) second = 0;
            pairs[i] = new(Math.Min(first, from - 1), Math.Min(first + 1, from - 1), Fixed(1 - second), Fixed(second));
        }
        return pairs;
    }

    private static int Fixed(float weight) => (int)MathF.Round(weight * One);

    private readonly record struct Pair(int First, int Second, int FirstWeight, int SecondWeight);
}
