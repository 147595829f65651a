using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Sorts types into kinds: one place for what binds them and what writes their schema.</summary>
internal static class OptionsKinds
{
    public static OptionsKind Of(Type type) => true switch
    {
        _ when type == typeof(bool) => OptionsKind.Flag,
        _ when type == typeof(string) => OptionsKind.Text,
        _ when type == typeof(JsonElement) => OptionsKind.Raw,
        _ when type.IsEnum => OptionsKind.Choice,
        _ when IntegerLimits(type) is not null => OptionsKind.Integer,
        _ when type == typeof(double) || type == typeof(float) => OptionsKind.Real,
        _ when MapElement(type) is not null => OptionsKind.Map,
        _ when ListElement(type) is not null => OptionsKind.List,
        _ when type is { IsClass: true, IsAbstract: false } && type.GetConstructor(Type.EmptyTypes) is not null => OptionsKind.Record,
        _ => OptionsKind.Unsupported,
    };

    public static (decimal Low, decimal High)? IntegerLimits(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => (byte.MinValue, byte.MaxValue),
        TypeCode.Int16 => (short.MinValue, short.MaxValue),
        TypeCode.UInt16 => (ushort.MinValue, ushort.MaxValue),
        TypeCode.Int32 => (int.MinValue, int.MaxValue),
        TypeCode.UInt32 => (uint.MinValue, uint.MaxValue),
        TypeCode.Int64 => (long.MinValue, long.MaxValue),
        TypeCode.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };

    /// <summary>The type of a list's items; null for no list.</summary>
    public static Type? ListElement(Type type)
    {
        if (type.IsSZArray) return type.GetElementType();
        if (!type.IsGenericType || type.GetGenericArguments() is not [var element]) return null;
        return type.IsAssignableFrom(element.MakeArrayType()) || type == typeof(List<>).MakeGenericType(element) ? element : null;
    }

    /// <summary>The type of a map's values; null for no map with texts as keys.</summary>
    public static Type? MapElement(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var key, var element] && key == typeof(string)
        && type.IsAssignableFrom(typeof(Dictionary<,>).MakeGenericType(key, element)) ? element : null;
}
