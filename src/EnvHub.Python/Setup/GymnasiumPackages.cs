namespace EnvHub.Python;

/// <summary>Fetches Gymnasium and what it needs beyond what is installed.</summary>
internal static class GymnasiumPackages
{
    private const string Package = "python3-gymnasium";

    // The package is pure Python and runs on older ones; what it needs comes from the machine's own suite, which fits the machine's Python.
    private static readonly string[] NewerSuites = ["forky", "testing", "sid"];

    /// <param name="extras">Packages to fetch too, by pip's names.</param>
    /// <returns>The archives' paths.</returns>
    /// <exception cref="HubException">EH4624, EH4626 to EH4629, EH4632.</exception>
    public static async Task<IReadOnlyList<string>> FetchAsync(AptRoom apt, IReadOnlyList<string> extras, Action<string> tell, CancellationToken cancellation)
    {
        tell("reading the distribution's package lists");
        var update = await apt.GetAsync(cancellation, "update").ConfigureAwait(false);
        if (await apt.MirrorAsync(cancellation).ConfigureAwait(false) is not var (uri, entry)) throw AptFault.Of("the machine's own suites", update);
        string[] wanted = [Package, .. extras.Select(ExtraPackages.DebianName)];
        await DemandAsync(apt, wanted[1..], cancellation).ConfigureAwait(false);
        var reason = await TryAsync(apt, "the machine's own suites", wanted, update, cancellation).ConfigureAwait(false);
        foreach (string suite in NewerSuites)
        {
            if (reason is null) break;
            tell($"looking in {suite}");
            apt.Add(AptSource.Beside(suite, uri, entry));
            update = await apt.GetAsync(cancellation, "update").ConfigureAwait(false);
            reason = await TryAsync(apt, suite, wanted, update, cancellation).ConfigureAwait(false);
        }
        return reason is null ? [.. Directory.GetFiles(apt.Archives, "*.deb").Order()] : throw reason;
    }

    // Null: they are there. Newer versions of what is installed are in apt's plan, not in ours: a second C library would break Python.
    private static async Task<HubException?> TryAsync(AptRoom apt, string suite, string[] wanted, ProcessResult update, CancellationToken cancellation)
    {
        var plan = await PlanAsync(apt, wanted, cancellation).ConfigureAwait(false);
        if (!plan.IsSuccess) return AptFault.Of(suite, IsUnknown(plan) && update.Error.Length > 0 ? update : plan);
        string[] names = [.. ProcessResult.Lines(plan.Output).Select(Name).OfType<string>().Where(name => !apt.Installed.Contains(name))];
        if (names.Length == 0) return null;
        var result = await apt.GetAsync(cancellation, ["download", "-qq", .. names]).ConfigureAwait(false);
        return result.IsSuccess ? null : AptFault.Of(suite, result);
    }

    // From the machine's own suites: compiled modules of a newer one do not fit the machine's Python.
    private static async Task DemandAsync(AptRoom apt, string[] extras, CancellationToken cancellation)
    {
        if (extras.Length == 0) return;
        var plan = await PlanAsync(apt, extras, cancellation).ConfigureAwait(false);
        if (plan.IsSuccess) return;
        string[] unknown = [.. extras.Where(name => ProcessResult.Lines(plan.Error).Any(line => line.EndsWith(" " + name, StringComparison.Ordinal) || line.Contains($"'{name}'", StringComparison.Ordinal)))];
        throw IsUnknown(plan) && unknown.Length > 0 ? PythonErrors.NoExtra(unknown) : AptFault.Of("the machine's own suites", plan);
    }

    private static Task<ProcessResult> PlanAsync(AptRoom apt, string[] names, CancellationToken cancellation) =>
        apt.GetAsync(cancellation, ["install", "--print-uris", "--yes", "-qq", "--no-install-recommends", .. names]);

    private static bool IsUnknown(ProcessResult plan) =>
        plan.Error.Contains("Unable to locate", StringComparison.Ordinal) || plan.Error.Contains("no installation candidate", StringComparison.Ordinal);

    // 'address' name_version_architecture.deb size hash
    private static string? Name(string line) =>
        line.Split(' ') is [['\'', ..], var file, _, ..] && file.Split('_') is [var name, _, ..] ? name : null;
}
