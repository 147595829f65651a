namespace EnvHub.Numerics;

internal static class MatrixErrors
{
    public static ArgumentException DoesNotFit(int length, int rows, int columns, int stride) => new(
        $"Matrix: {length} values cannot hold {rows} rows of {columns} columns, {stride} apart. Give rows of at least as many values as columns.");

    public static ArgumentException Differ(string what, int first, int second) => new(
        $"Matrix kernel: {what} are {first} and {second}; they must be equal.");

    public static ArgumentException TooShort(string what, int length, int needed) => new(
        $"Matrix kernel: {what} has {length} values; it must have at least {needed}.");

    public static ArgumentException NotPadded(int stride) => new(
        $"Matrix kernel: the stride is {stride}; it must be a multiple of {AlignedBuffer.Lanes}. Use AlignedBuffer.Pad(columns).");

    public static void RequireEqual(string what, int first, int second)
    {
        if (first != second) throw Differ(what, first, second);
    }

    public static void RequireLength(string what, int length, int needed)
    {
        if (length < needed) throw TooShort(what, length, needed);
    }
}
