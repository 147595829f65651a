namespace EnvHub.Python;

/// <summary>Prepares a Python with Gymnasium in a folder of its own; nothing else on the machine changes, and no rights are needed.</summary>
public static class PythonSetup
{
    private static readonly TimeSpan LongestCheck = TimeSpan.FromMinutes(2);

    private const string Check = """
        import gymnasium, numpy
        environment = gymnasium.make("CartPole-v1")
        environment.reset(seed=0)
        environment.step(environment.action_space.sample())
        environment.close()
        """;

    /// <summary>Prepares a folder; one that is ready is left as it is.</summary>
    /// <param name="tell">Told what is being done, a line each.</param>
    /// <remarks>Made beside its place, checked by stepping CartPole-v1, then moved there: a set-up that dies leaves no half environment.
    /// Several at once, in whatever processes, wait for one another.</remarks>
    /// <exception cref="HubException">EH4620 nothing worked, with the reasons; EH4621 to EH4633 what one source lacked; EH4634 the folder holds
    /// what no set-up put there.</exception>
    public static async Task<PythonSetupResult> RunAsync(PythonSetupOptions options, Action<string> tell, CancellationToken cancellation = default)
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Folder));
        options = options with { Extras = ExtraPackages.Normalize(options.Extras) };
        var filling = new FolderFilling<PythonSetupResult>
        {
            Ready = () => Ready(folder, options),
            MayFill = () => PreparedFolder.Manifest.MayFill(folder),
            Fill = draft => FirstAsync(draft, options with { Extras = ExtraPackages.Normalize(options.Extras.Concat(PreparedFolder.Extras(folder))) }, tell, cancellation),
            NotOurs = PythonErrors.NotOurs,
            Unwritable = PythonErrors.Unwritable,
        };
        return await FolderSetup.FillAsync(folder, filling, tell, cancellation).ConfigureAwait(false) ?? PreparedFolder.Open(folder)! with { IsNew = true };
    }

    private static PythonSetupResult? Ready(string folder, PythonSetupOptions options) =>
        !options.Again && PreparedFolder.Open(folder) is { } ready && !options.Extras.Except(ready.Manifest.Extras).Any() ? ready : null;

    private static async Task FirstAsync(string draft, PythonSetupOptions options, Action<string> tell, CancellationToken cancellation)
    {
        var reasons = new List<HubException>();
        foreach (var source in options.Source == PythonSource.Any ? [PythonSource.Pip, PythonSource.Debian] : (PythonSource[])[options.Source])
        {
            FolderSwap.Remove(draft);
            Directory.CreateDirectory(draft);
            try
            {
                var manifest = source == PythonSource.Pip
                    ? await PipPreparation.RunAsync(draft, options, tell, cancellation).ConfigureAwait(false)
                    : await DebianPreparation.RunAsync(draft, options, tell, cancellation).ConfigureAwait(false);
                await FinishAsync(draft, manifest, options, tell, cancellation).ConfigureAwait(false);
                return;
            }
            catch (HubException reason)
            {
                reasons.Add(reason);
            }
        }
        throw reasons is [var only] ? only : PythonErrors.NothingWorked(reasons);
    }

    private static async Task FinishAsync(
        string draft, PythonManifest manifest, PythonSetupOptions options, Action<string> tell, CancellationToken cancellation)
    {
        tell("checking it with CartPole-v1");
        PreparedFolder.Manifest.Write(draft, manifest);
        var candidate = PreparedFolder.Candidate(draft)!;
        var python = new PythonInterpreter(candidate.Path, "", null, null, candidate.Environment);
        var result = await CheckAsync(Check).ConfigureAwait(false);
        if (!result.IsSuccess) throw PythonErrors.Unusable(result.LastLine);
        result = await CheckAsync(ExtraPackages.Check).ConfigureAwait(false);
        if (!result.IsSuccess) throw PythonErrors.BadExtra(result.LastLine);
        var found = PythonLocator.Ask(candidate.Path, candidate.Environment);
        if (found is not { Missing: null }) throw PythonErrors.Unusable(found?.Missing ?? "it does not answer");
        PreparedFolder.Manifest.Write(draft, manifest with
        {
            Python = found.Version,
            NumPy = found.NumPy!,
            Gymnasium = found.Gymnasium!,
            Prepared = options.Time.GetUtcNow(),
        });

        // -S hides what the system has installed: only then does taking packages for missing try anything.
        Task<ProcessResult> CheckAsync(string program) => ProcessRunner.RunAsync(
            python.StartInfo([.. options.Without.Count > 0 ? (string[])["-S"] : [], "-c", program, .. options.Extras]), LongestCheck, cancellation: cancellation);
    }
}
