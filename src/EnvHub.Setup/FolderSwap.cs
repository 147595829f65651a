namespace EnvHub.Setup;

/// <summary>Puts a finished folder in another's place.</summary>
internal static class FolderSwap
{
    /// <summary>Moves <paramref name="draft"/> to <paramref name="folder"/>; what was there goes.</summary>
    public static void Replace(string folder, string draft)
    {
        string old = folder + ".old";
        Remove(old);
        if (Directory.Exists(folder)) Directory.Move(folder, old);
        Directory.Move(draft, folder);
        Remove(old);
    }

    public static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
