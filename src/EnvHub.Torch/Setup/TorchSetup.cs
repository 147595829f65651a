namespace EnvHub.Torch;

/// <summary>Prepares libtorch in a folder of its own, and newer system libraries where TorchSharp needs them; nothing else on the machine changes, and no
/// rights are needed.</summary>
public static class TorchSetup
{
    private const string LibraryFolder = "libtorch", RoomFolder = "room";

    /// <summary>Prepares a folder; one that is ready is left as it is.</summary>
    /// <param name="tell">Told what is being done, a line each.</param>
    /// <remarks>Made beside its place, then moved there: a set-up that dies leaves nothing half. Several at once wait for one another.</remarks>
    /// <exception cref="HubException">EH4624 to EH4629 what the distribution's packages lack; EH4760 to EH4769 what else is missing.</exception>
    public static async Task<TorchSetupResult> RunAsync(TorchSetupOptions options, Action<string> tell, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Folder));
        var filling = new FolderFilling<TorchSetupResult>
        {
            Ready = () => Ready(folder, options),
            MayFill = () => PreparedTorch.Manifest.MayFill(folder),
            Fill = draft => FillAsync(draft, options, tell, cancellation),
            NotOurs = TorchErrors.NotOurs,
            Unwritable = TorchErrors.Unwritable,
        };
        return await FolderSetup.FillAsync(folder, filling, tell, cancellation).ConfigureAwait(false)
            ?? (PreparedTorch.Open(folder) ?? throw TorchErrors.Unusable("it is not what was fetched")) with { IsNew = true };
    }

    private static TorchSetupResult? Ready(string folder, TorchSetupOptions options) =>
        !options.Again && options.Python is null && PreparedTorch.Open(folder) is { } ready && ready.Manifest.Source == options.Source ? ready : null;

    private static async Task FillAsync(string draft, TorchSetupOptions options, Action<string> tell, CancellationToken cancellation)
    {
        var manifest = options.Source == TorchSource.Python ? OfPython(options, tell) : await OfPackageAsync(draft, tell, cancellation).ConfigureAwait(false);
        if (SystemLibraries.AreTooOld)
        {
            var packages = await RoomPreparation.RunAsync(Path.Combine(draft, RoomFolder), tell, cancellation).ConfigureAwait(false);
            manifest = manifest with { Room = RoomFolder, Packages = packages };
        }
        PreparedTorch.Manifest.Write(draft, manifest with { Prepared = options.Time.GetUtcNow() });
    }

    private static async Task<TorchManifest> OfPackageAsync(string draft, Action<string> tell, CancellationToken cancellation)
    {
        string name = TorchPlatform.Package ?? throw TorchErrors.NoPackage();
        var package = new NativePackage(name, TorchPlatform.Version, "some 200 MB");
        await package.FetchAsync(Path.Combine(draft, LibraryFolder), Path.Combine(draft, "nuget"), reason => TorchErrors.NotFetched(name, reason), tell, cancellation).ConfigureAwait(false);
        return new() { Source = TorchSource.Package, Library = LibraryFolder, Version = TorchPlatform.Version };
    }

    private static TorchManifest OfPython(TorchSetupOptions options, Action<string> tell)
    {
        tell("looking for PyTorch");
        var libraries = options.Python is { } python ? [.. new[] { TorchLocator.OfPython(python) }.OfType<TorchLibrary>()] : TorchLocator.OfPythons().ToArray();
        var library = libraries.FirstOrDefault(library => library.Missing is null) ?? throw TorchErrors.NoPyTorch(options.Python, libraries);
        return new() { Source = TorchSource.Python, Library = library.Folder, Version = library.Version };
    }
}
