namespace EnvHub.Fuzzing;

/// <summary>What readers stumble over: the edges of number types, texts that are none, nesting.</summary>
internal static class Interesting
{
    /// <summary>Stands for half of a surrogate pair in texts, which UTF-8 cannot hold.</summary>
    public const char Surrogate = '\uE000';

    public static IReadOnlyList<string> Numbers { get; } =
    [
        "0", "-0", "1", "-1", "2", "7", "64", "127", "255", "256", "65535", "65536", "65537", "2147483647", "2147483648", "-2147483648", "4294967296", "9007199254740993",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551615", "99999999999999999999", "0.1", "1.0000000000000002", "1e308", "-1e308",
        "1e400", "-1e400", "5e-324", "1e-400", "1E2", "2.0", "1e300", "1.0000000000000002e300", "01", "1.", "NaN", "Infinity", "-Infinity",
    ];

    public static IReadOnlyList<string> Texts { get; } =
    [
        "\"\"", "\"a\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"..\"", "\"/\"", "\"a/b\"", "\"inf\"", "\"-inf\"", "\"nan\"", "\"NaN\"", "\"1\"", "\"" + new string('x', 5000) + "\"",
    ];

    public static IReadOnlyList<string> Others { get; } =
    [
        "null", "true", "false", "[]", "{}", "[[]]", "[null]", "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}", ",", ":", "{", "}", "[", "]", "\"", "'", "=", ".", "/", "\\", "\n", "\r", "\t", " ", "\0", "//", "/*", "\uFEFF",
        $"{Surrogate}", " with ", " in ", " random", " train", " log", "seed ",
    ];
}
