namespace EnvHub.Contracts;

/// <summary>What shapes hold, and how they are written.</summary>
internal static class SpaceShape
{
    /// <summary>How many components a shape holds; 1 for a scalar.</summary>
    /// <exception cref="HubException">EH1004 a negative dimension, or more components than an array holds.</exception>
    public static int SizeOf(string space, ReadOnlySpan<int> shape)
    {
        long size = 1;
        foreach (int length in shape)
        {
            if (length < 0) throw ContractErrors.BadShape(space, Text(shape));
            size *= length;
            if (size > Array.MaxLength) throw ContractErrors.BadShape(space, Text(shape));
        }
        return (int)size;
    }

    /// <summary>The values several times, one row after the other.</summary>
    /// <exception cref="HubException">EH1004 more of them than an array holds.</exception>
    public static T[] Repeat<T>(T[] values, int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        var all = new T[SizeOf("BoxSpace", [times, values.Length])];
        for (int i = 0; i < times; i++) values.CopyTo(all, i * values.Length);
        return all;
    }

    /// <summary>The shape as Python prints it: <c>(3,)</c>, <c>(2, 3)</c>.</summary>
    public static string Text(ReadOnlySpan<int> shape) =>
        shape.Length == 1 ? $"({shape[0]},)" : $"({string.Join(", ", shape.ToArray())})";
}
