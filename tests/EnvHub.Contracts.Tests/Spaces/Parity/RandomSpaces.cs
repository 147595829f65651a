using EnvHub.Numerics;

namespace EnvHub.Contracts.Tests;

/// <summary>Random nested spaces of every kind, from a seed.</summary>
internal sealed class RandomSpaces(ulong seed)
{
    private const int Deepest = 3;

    private static readonly ElementType[] IntegerTypes =
        [ElementType.Int64, ElementType.Int32, ElementType.Int16, ElementType.Int8, ElementType.UInt8, ElementType.UInt16, ElementType.UInt32];

    private readonly RandomGenerator _random = new(seed);

    /// <summary>The next space.</summary>
    public Space Next() => Next(0);

    private Space Next(int depth)
    {
        if (depth == Deepest || Below(2) == 0) return Plain();
        return Below(5) switch
        {
            0 => new TupleSpace(Many(depth)),
            1 => new DictSpace([.. Many(depth).Select((space, i) => ($"{(char)('z' - i)}", space))]),
            2 => new OneOfSpace(Many(depth)),
            3 => new SequenceSpace(Plain()),
            _ => new GraphSpace(Node(), Below(3) == 0 ? null : Node()),
        };
    }

    private List<Space> Many(int depth)
    {
        List<Space> spaces = [];
        for (int count = 1 + Below(3); count > 0; count--) spaces.Add(Next(depth + 1));
        return spaces;
    }

    private Space Node() => Below(2) == 0 ? Box() : new DiscreteSpace(1 + Below(9));

    private Space Plain() => Below(5) switch
    {
        0 => Box(),
        1 => new DiscreteSpace(1 + Below(30), Below(20), IntegerTypes[Below(IntegerTypes.Length)]),
        2 => new MultiDiscreteSpace([1 + Below(5), 1 + Below(9)], [Below(3), -Below(3)], [2]),
        3 => new MultiBinarySpace(1 + Below(3), 1 + Below(4)),
        _ => new TextSpace(3 + Below(4), Below(3), "bca72é"[..(2 + Below(5))]),
    };

    private Space Box() => Below(11) switch
    {
        0 or 1 => FloatBox(),
        2 => TypedBox(value => value * 0.37),
        3 => TypedBox(value => (Half)(value * 0.37)),
        4 => TypedBox(value => (sbyte)value),
        5 => TypedBox(value => (short)(value * 300)),
        6 => TypedBox(value => value * 20_000_000),
        7 => TypedBox(value => value * 90_000_000_000_000_000L + 3),
        8 => TypedBox(value => (byte)(100 + value)),
        9 => Below(2) == 0 ? TypedBox(value => (ushort)(30_000 + value * 300)) : TypedBox(value => (uint)(2_000_000_000 + value * 20_000_000)),
        _ => TypedBox(value => value > 0),
    };

    private BoxSpace FloatBox()
    {
        int[] shape = Shape();
        int size = shape.Aggregate(1, (product, axis) => product * axis);
        var bounds = Enumerable.Range(0, size).Select(_ => Pair()).ToArray();
        return new([.. bounds.Select(pair => Below(4) == 0 ? float.NegativeInfinity : pair.Low * 0.37f)],
            [.. bounds.Select(pair => Below(4) == 0 ? float.PositiveInfinity : pair.High * 0.37f)], shape);
    }

    private BoxSpace<T> TypedBox<T>(Func<int, T> convert) where T : unmanaged, IComparable<T>
    {
        int[] shape = Shape();
        int size = shape.Aggregate(1, (product, axis) => product * axis);
        var bounds = Enumerable.Range(0, size).Select(_ => Pair()).ToArray();
        bool isOpen = default(T) is sbyte or short or int or long && Below(3) == 0;
        bool[] below = new bool[size], above = new bool[size];
        if (isOpen) (below, above) = ([.. Enumerable.Repeat(true, size)], [.. Enumerable.Repeat(Below(2) == 0, size)]);
        T[] high = [.. bounds.Select(pair => convert(pair.High))];
        if (isOpen) Array.Fill(high, high[0]);      // one number on both sides keeps Gymnasium's exact path for infinite bounds
        return new([.. bounds.Select(pair => convert(pair.Low))], high, shape, below, above);
    }

    private (int Low, int High) Pair()
    {
        int first = Below(200) - 100, second = Below(200) - 100;
        return (Math.Min(first, second), Math.Max(first, second));
    }

    private int[] Shape() => Below(2) == 0 ? [1 + Below(4)] : [1 + Below(2), 1 + Below(3)];

    private int Below(int count) => (int)_random.Integers(count);
}
