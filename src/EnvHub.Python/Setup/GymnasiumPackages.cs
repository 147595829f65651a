namespace EnvHub.Python;

/// <summary>Fetches Gymnasium and what it needs beyond what is installed.</summary>
internal static class GymnasiumPackages
{
    private const string Package = "python3-gymnasium";

    // The package is pure Python and runs on older ones; what it needs comes from the machine's own suite, which fits the machine's Python.
    private static readonly string[] NewerSuites = ["forky", "testing", "sid"];

    /// <returns>The archives' paths.</returns>
    /// <exception cref="HubException">EH4624, EH4626 to EH4629.</exception>
    public static async Task<IReadOnlyList<string>> FetchAsync(AptRoom apt, Action<string> tell, CancellationToken cancellation)
    {
        tell("reading the distribution's package lists");
        var update = await apt.GetAsync(cancellation, "update").ConfigureAwait(false);
        if (await MirrorAsync(apt, cancellation).ConfigureAwait(false) is not var (uri, entry)) throw AptFault.Of("the machine's own suites", update);
        var reason = await TryAsync(apt, "the machine's own suites", update, cancellation).ConfigureAwait(false);
        foreach (string suite in NewerSuites)
        {
            if (reason is null) break;
            tell($"looking in {suite}");
            apt.Add(AptSource.Beside(suite, uri, entry));
            update = await apt.GetAsync(cancellation, "update").ConfigureAwait(false);
            reason = await TryAsync(apt, suite, update, cancellation).ConfigureAwait(false);
        }
        return reason is null ? [.. Directory.GetFiles(apt.Archives, "*.deb").Order()] : throw reason;
    }

    // Null: they are there.
    private static async Task<HubException?> TryAsync(AptRoom apt, string suite, ProcessResult update, CancellationToken cancellation)
    {
        var result = await apt.GetAsync(cancellation, "install", "--download-only", "--yes", "--quiet", "--no-install-recommends", Package).ConfigureAwait(false);
        if (result.IsSuccess) return null;
        return AptFault.Of(suite, result.Error.Contains("Unable to locate", StringComparison.Ordinal) && update.Error.Length > 0 ? update : result);
    }

    // Of the suite that is named as the machine's release.
    private static async Task<(string Uri, string Entry)?> MirrorAsync(AptRoom apt, CancellationToken cancellation)
    {
        var targets = await apt.GetAsync(cancellation, "indextargets", "--format", "$(REPO_URI) $(COMPONENT) $(ORIGIN) $(SOURCESENTRY)", "Created-By: Packages").ConfigureAwait(false);
        return ProcessResult.Lines(targets.Output).Select(line => line.Split(' ', 4)).Where(parts => parts.Length == 4 && parts[1] == "main")
            .OrderByDescending(parts => parts[2] == "Debian").Select(parts => ((string, string)?)(parts[0], parts[3])).FirstOrDefault();
    }
}
