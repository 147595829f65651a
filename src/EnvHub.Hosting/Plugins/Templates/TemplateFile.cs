namespace EnvHub.Hosting;

/// <summary>One file of a template, as it lies below <c>Files/</c>: those of <c>common/</c> belong to every kind.</summary>
/// <param name="Path">Within the project, with the words of paths still in it.</param>
/// <param name="Text">With the words in braces still in it.</param>
internal sealed record TemplateFile(string Path, string Text)
{
    private const string Root = "template/", Suffix = ".template";

    public static IEnumerable<TemplateFile> For(PluginKind kind) =>
        Below($"{Root}common/").Concat(Below($"{Root}{kind.ToString().ToLowerInvariant()}/"));

    private static IEnumerable<TemplateFile> Below(string folder) =>
        from name in typeof(TemplateFile).Assembly.GetManifestResourceNames()
        let path = name.Replace('\\', '/')
        where path.StartsWith(folder, StringComparison.Ordinal)
        select new TemplateFile(path[folder.Length..^Suffix.Length], Read(name));

    internal static string Read(string resource)
    {
        using var stream = typeof(TemplateFile).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
