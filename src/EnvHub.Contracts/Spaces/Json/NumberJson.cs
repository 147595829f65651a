using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Contracts;

/// <summary>Numbers of any element type in JSON; those that it lacks are strings.</summary>
internal static class NumberJson
{
    public const string Infinity = "inf", NegativeInfinity = "-inf", NaN = "nan";

    public static JsonNode Of<T>(T value) where T : unmanaged => value switch
    {
        float number => OfFloat(number, JsonValue.Create(number)),
        double number => OfFloat(number, JsonValue.Create(number)),
        Half number => OfFloat((double)number, JsonValue.Create((double)number)),
        ulong number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        _ => JsonValue.Create(ElementTypes.ToInt64(value)),
    };

    /// <summary>A number of type <typeparamref name="T"/>; false where it is none of that type.</summary>
    public static bool TryRead<T>(JsonElement json, out T value) where T : unmanaged
    {
        value = default;
        if (default(T) is float or double or Half)
        {
            bool isNumber = TryReadDouble(json, out double number);
            value = default(T) is float ? (T)(object)(float)number : ElementTypes.FromDouble<T>(number);
            return isNumber;
        }
        if (json.ValueKind == JsonValueKind.Number && default(T) is ulong && json.TryGetUInt64(out ulong large))
        {
            value = (T)(object)large;
            return true;
        }
        if (!TryReadInteger(json, out long integer)) return false;
        value = FromInt64<T>(integer);
        return ElementTypes.ToInt64(value) == integer && !(default(T) is ulong && integer < 0);
    }

    public static bool TryReadDouble(JsonElement json, out double value)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.Number => json.GetDouble(),
            JsonValueKind.True => 1,
            JsonValueKind.String when json.ValueEquals(Infinity) => double.PositiveInfinity,
            JsonValueKind.String when json.ValueEquals(NegativeInfinity) => double.NegativeInfinity,
            _ => double.NaN,
        };
        return !double.IsNaN(value) || json.ValueKind == JsonValueKind.False || (json.ValueKind == JsonValueKind.String && json.ValueEquals(NaN));
    }

    private static bool TryReadInteger(JsonElement json, out long value)
    {
        value = json.ValueKind == JsonValueKind.True ? 1 : 0;
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False) return true;
        if (json.ValueKind != JsonValueKind.Number) return false;
        if (json.TryGetInt64(out value)) return true;
        // Python writes an integer bound that it keeps as a float with a point: 3.0.
        double written = json.GetDouble();
        value = (long)written;
        return written == Math.Truncate(written) && Math.Abs(written) < long.MaxValue;
    }

    private static T FromInt64<T>(long value) where T : unmanaged
    {
        unchecked
        {
            object boxed = default(T) switch
            {
                bool => value != 0,
                sbyte => (sbyte)value,
                short => (short)value,
                int => (int)value,
                byte => (byte)value,
                ushort => (ushort)value,
                uint => (uint)value,
                ulong => (ulong)value,
                _ => value,
            };
            return (T)boxed;
        }
    }

    private static JsonNode OfFloat(double value, JsonNode finite) => value switch
    {
        double.PositiveInfinity => JsonValue.Create(Infinity),
        double.NegativeInfinity => JsonValue.Create(NegativeInfinity),
        double.NaN => JsonValue.Create(NaN),
        _ => finite,
    };
}
