using System.Globalization;

namespace EnvHub.Contracts;

/// <summary>Numbers in the names of spaces and in messages, short enough for an error message.</summary>
internal static class SpaceText
{
    private const int LongestList = 12, Shown = 3;

    /// <summary>All values, or where there are many, the first and last three.</summary>
    public static string List<T>(ReadOnlySpan<T> values, string separator) where T : IFormattable
    {
        if (values.Length <= LongestList) return $"[{Join(values, separator)}]";
        return $"[{Join(values[..Shown], separator)}{separator}...{separator}{Join(values[^Shown..], separator)}]";
    }

    /// <summary>The value that all components share, or their list.</summary>
    public static string ValueOrList(ReadOnlySpan<float> values) =>
        values.Length > 0 && !values.ContainsAnyExcept(values[0]) ? Number(values[0]) : List(values, ", ");

    /// <summary>A value as a message shows it: an array as the list of its components.</summary>
    public static string Value(object value) => value switch
    {
        float[] values => List<float>(values, ", "),
        double[] values => List<double>(values, ", "),
        int[] values => List<int>(values, ", "),
        byte[] values => List<byte>(values, ", "),
        long[] values => List<long>(values, ", "),
        sbyte[] values => List<sbyte>(values, ", "),
        IReadOnlyDictionary<string, object> values => ListOf([.. values.Select(pair => $"{pair.Key}: {Value(pair.Value)}")], ", "),
        IReadOnlyList<object> values => ListOf([.. values.Select(Value)], ", "),
        IFormattable formattable => Number(formattable),
        _ => $"{value}",
    };

    /// <summary>All texts, or where there are many, the first and last three.</summary>
    public static string ListOf(string[] texts, string separator)
    {
        if (texts.Length <= LongestList) return $"[{string.Join(separator, texts)}]";
        return $"[{string.Join(separator, texts[..Shown])}{separator}...{separator}{string.Join(separator, texts[^Shown..])}]";
    }

    /// <summary>A type as C# writes it: <c>IReadOnlyList&lt;Object&gt;</c>.</summary>
    public static string TypeName(Type type) => !type.IsGenericType ? type.Name
        : $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>";

    private static string Join<T>(ReadOnlySpan<T> values, string separator) where T : IFormattable
    {
        string[] texts = new string[values.Length];
        for (int i = 0; i < texts.Length; i++) texts[i] = Number(values[i]);
        return string.Join(separator, texts);
    }

    private static string Number<T>(T value) where T : IFormattable => value switch
    {
        float.PositiveInfinity => "inf",
        float.NegativeInfinity => "-inf",
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => value.ToString(null, CultureInfo.InvariantCulture),
    };
}
