namespace EnvHub.Hosting;

/// <summary>With which code a run was begun.</summary>
/// <param name="Key">Of the experiment: what it computes, code included.</param>
/// <param name="Parts">As <see cref="CodeVersion"/> writes them: a name, a blank, a version.</param>
internal sealed record RecordedCode(string Key, IReadOnlyList<string> Parts)
{
    // Its version is told by name, beside the hub's.
    private const string Runtime = ".NET";

    /// <summary>Names of the parts that are other ones now, or are there in one of the two alone.</summary>
    public IEnumerable<string> Differences(IReadOnlyList<string> now) =>
        Parts.Except(now).Concat(now.Except(Parts)).Select(part => part.Split(' ')[0].Replace(".dll", "", StringComparison.Ordinal)).Where(name => name != Runtime).Distinct().Order(StringComparer.Ordinal);
}
