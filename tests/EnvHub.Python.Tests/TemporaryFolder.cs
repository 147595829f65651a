namespace EnvHub.Python.Tests;

/// <summary>A folder of a test's own, removed at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("envhub-").FullName;

    public string Combine(params string[] parts) => Path.Combine([_path, .. parts]);

    /// <summary>Writes a file, with the folders that lead to it, and returns its path.</summary>
    public string Write(string name, string text)
    {
        string file = Combine(name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
