namespace EnvHub.Contracts;

/// <summary>Names, ranges and conversions of element types.</summary>
internal static class ElementTypes
{
    /// <summary>Every name, for messages.</summary>
    public static string AllNames => string.Join(", ", Enum.GetValues<ElementType>().Select(Name));

    public static string Name(this ElementType type) => type.ToString().ToLowerInvariant();

    public static bool TryParse(string? name, out ElementType type)
    {
        foreach (var candidate in Enum.GetValues<ElementType>())
            if (candidate.Name() == name)
            {
                type = candidate;
                return true;
            }
        type = default;
        return false;
    }

    public static bool IsFloat(this ElementType type) => type is ElementType.Float16 or ElementType.Float32 or ElementType.Float64;

    public static bool IsSignedInteger(this ElementType type) => type is >= ElementType.Int8 and <= ElementType.Int64;

    public static bool IsInteger(this ElementType type) => type is >= ElementType.Int8 and <= ElementType.UInt64;

    /// <summary>An integer type's range; uint64's as far as a long goes.</summary>
    public static (long Low, long High) IntegerRange(this ElementType type) => type switch
    {
        ElementType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        ElementType.Int16 => (short.MinValue, short.MaxValue),
        ElementType.Int32 => (int.MinValue, int.MaxValue),
        ElementType.UInt8 => (0, byte.MaxValue),
        ElementType.UInt16 => (0, ushort.MaxValue),
        ElementType.UInt32 => (0, uint.MaxValue),
        ElementType.UInt64 => (0, long.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };

    public static int Bits(this ElementType type) => type switch
    {
        ElementType.Int8 or ElementType.UInt8 => 8,
        ElementType.Int16 or ElementType.UInt16 => 16,
        ElementType.Int32 or ElementType.UInt32 => 32,
        _ => 64,
    };

    /// <summary>The element type of <typeparamref name="T"/>.</summary>
    /// <exception cref="HubException">EH1017 there is none, or it is float32, which <see cref="BoxSpace"/> is for.</exception>
    public static ElementType Of<T>() => Type.GetTypeCode(typeof(T)) switch
    {
        TypeCode.Double => ElementType.Float64,
        TypeCode.SByte => ElementType.Int8,
        TypeCode.Int16 => ElementType.Int16,
        TypeCode.Int32 => ElementType.Int32,
        TypeCode.Int64 => ElementType.Int64,
        TypeCode.Byte => ElementType.UInt8,
        TypeCode.UInt16 => ElementType.UInt16,
        TypeCode.UInt32 => ElementType.UInt32,
        TypeCode.UInt64 => ElementType.UInt64,
        TypeCode.Boolean => ElementType.Bool,
        _ when typeof(T) == typeof(Half) => ElementType.Float16,
        _ => throw ContractErrors.BadElementType("BoxSpace<T>", typeof(T).Name, "double, Half, an integer type or bool; for float use BoxSpace"),
    };

    public static double ToDouble<T>(T value) where T : unmanaged => value switch
    {
        double number => number,
        Half number => (double)number,
        bool flag => flag ? 1 : 0,
        ulong number => number,
        _ => ToInt64(value),
    };

    /// <summary>The integer, wrapped where it is beyond a long.</summary>
    public static long ToInt64<T>(T value) where T : unmanaged => value switch
    {
        sbyte number => number,
        short number => number,
        int number => number,
        long number => number,
        byte number => number,
        ushort number => number,
        uint number => number,
        ulong number => unchecked((long)number),
        bool flag => flag ? 1 : 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The value of an element: truncated towards zero for integers, saturated at the ends of the type.</summary>
    public static T FromDouble<T>(double value) where T : unmanaged
    {
        object boxed = default(T) switch
        {
            double => value,
            Half => (Half)value,
            bool => value != 0,
            sbyte => (sbyte)Math.Clamp(value, sbyte.MinValue, sbyte.MaxValue),
            short => (short)Math.Clamp(value, short.MinValue, short.MaxValue),
            int => (int)value,
            long => (long)value,
            byte => (byte)Math.Clamp(value, byte.MinValue, byte.MaxValue),
            ushort => (ushort)Math.Clamp(value, ushort.MinValue, ushort.MaxValue),
            uint => (uint)value,
            _ => (ulong)value,
        };
        return (T)boxed;
    }

    public static float ToElement<T>(T value) where T : unmanaged => value switch
    {
        long number => number,
        ulong number => number,
        _ => (float)ToDouble(value),
    };
}
