namespace EnvHub.Cli;

/// <summary>The Python programs that this executable carries.</summary>
internal static class EmbeddedProgram
{
    /// <summary>The source of one, by its file's name.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(EmbeddedProgram).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
