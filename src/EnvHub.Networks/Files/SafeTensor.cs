namespace EnvHub.Networks;

/// <summary>One array of a file: where its bytes lie behind the header.</summary>
internal sealed record SafeTensor(string Name, string Type, IReadOnlyList<int> Shape, long Begin, long End)
{
    /// <summary>Number of values; the empty shape is one value.</summary>
    public long Length => Shape.Aggregate(1L, static (product, axis) => checked(product * axis));
}
