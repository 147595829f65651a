namespace EnvHub.Networks;

/// <summary>Between this engine's layout of a segment and the order of files.</summary>
/// <remarks>Here a weight is <c>[inputs, stride]</c>, a convolution's with inputs as <c>[height, width, channels]</c>; in files it is <c>[outputs, inputs]</c>,
/// a convolution's with inputs as <c>[channels, height, width]</c>. Vectors have one row: both are the same.</remarks>
internal static class FileOrder
{
    public static void Export(ReadOnlySpan<float> vector, ParameterSegment segment, Span<float> values)
    {
        Check(segment, values.Length);
        for (int row = 0; row < segment.Rows; row++)
            for (int column = 0, place = PlaceOf(segment, row); column < segment.Columns; column++)
                values[column * segment.Rows + place] = vector[segment.Offset + row * segment.Stride + column];
    }

    public static void Import(Span<float> vector, ParameterSegment segment, ReadOnlySpan<float> values)
    {
        Check(segment, values.Length);
        for (int row = 0; row < segment.Rows; row++)
            for (int column = 0, place = PlaceOf(segment, row); column < segment.Columns; column++)
                vector[segment.Offset + row * segment.Stride + column] = values[column * segment.Rows + place];
    }

    // Where a row of this layout stands among a file's inputs.
    private static int PlaceOf(ParameterSegment segment, int row)
    {
        if (segment.Shape.Count != 4) return row;
        var (channels, area) = (segment.Shape[1], segment.Shape[2] * segment.Shape[3]);
        return row % channels * area + row / channels;
    }

    private static void Check(ParameterSegment segment, int length)
    {
        if (length != segment.Count) throw NetworkErrors.WrongLength(segment.Name, "the buffer for a segment", length, segment.Count);
    }
}
