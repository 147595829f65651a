using System.Reflection;

namespace EnvHub.Cli;

/// <summary>The Python programs that this executable carries.</summary>
internal static class EmbeddedProgram
{
    private static readonly Assembly Own = typeof(EmbeddedProgram).Assembly;

    /// <summary>The source of one, by its name: a file's, or that of rooms which stand one after the other, in the order of their numbers.</summary>
    public static string Read(string name) =>
        string.Concat(Own.GetManifestResourceNames().Where(file => file == name || file.StartsWith($"{name}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(ReadFile));

    private static string ReadFile(string file)
    {
        using var reader = new StreamReader(Own.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }
}
