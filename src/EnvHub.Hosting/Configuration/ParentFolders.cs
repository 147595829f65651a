namespace EnvHub.Hosting;

/// <summary>A folder and those above it.</summary>
public static class ParentFolders
{
    /// <summary>The nearest first; none for null.</summary>
    public static IEnumerable<string> Of(string? folder)
    {
        for (folder = folder is null ? null : Path.TrimEndingDirectorySeparator(folder); folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }
}
