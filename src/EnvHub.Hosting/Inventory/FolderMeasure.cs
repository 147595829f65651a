namespace EnvHub.Hosting;

/// <summary>Size and last change of a folder's files. What vanishes while it is looked at counts nothing.</summary>
/// <param name="Bytes">Of the files together.</param>
/// <param name="Changed">When a file was last written, in universal time; the folder's own time where it has none.</param>
internal readonly record struct FolderMeasure(long Bytes, DateTime Changed)
{
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <param name="records">Takes the paths of the records of trials that lie there; null where nobody wants them.</param>
    public static FolderMeasure Of(string folder, List<string>? records = null)
    {
        var measure = new FolderMeasure(0, Directory.GetLastWriteTimeUtc(folder));
        bool isEmpty = true;
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", All))
            {
                var changed = isEmpty || file.LastWriteTimeUtc > measure.Changed ? file.LastWriteTimeUtc : measure.Changed;
                (measure, isEmpty) = (new(measure.Bytes + file.Length, changed), false);
                if (file.Name is TrialFiles.ConfigFile or TrialFiles.ResultFile) records?.Add(file.FullName);
            }
        }
        catch (IOException)
        {
            // Another process cleans up; what was counted until then will do for a list.
        }
        return measure;
    }
}
