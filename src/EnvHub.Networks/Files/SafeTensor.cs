namespace EnvHub.Networks;

/// <summary>One array of a file: where its bytes lie behind the header.</summary>
internal sealed record SafeTensor(string Name, string Type, IReadOnlyList<int> Shape, long Begin, long End)
{
    /// <summary>Number of values; the empty shape is one value. -1 where an axis is negative, or they are more than an array holds.</summary>
    public long Length { get; } = LengthOf(Shape);

    private static long LengthOf(IReadOnlyList<int> shape)
    {
        if (shape.Any(axis => axis < 0)) return -1;
        if (shape.Contains(0)) return 0;
        long length = 1;
        foreach (int axis in shape)
            if ((length *= axis) > Array.MaxLength) return -1;
        return length;
    }
}
