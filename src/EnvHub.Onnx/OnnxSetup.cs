namespace EnvHub.Onnx;

/// <summary>Prepares ONNX Runtime's library in a folder of its own; nothing else on the machine changes, and no rights are needed.</summary>
public static class OnnxSetup
{
    /// <summary>Prepares a folder; one that is ready is left as it is.</summary>
    /// <param name="again">Whether to prepare anew what is there and works.</param>
    /// <param name="tell">Told what is being done, a line each.</param>
    /// <param name="time">Dates the manifest.</param>
    /// <exception cref="HubException">EH4623 another set-up takes too long; EH4900 to EH4904 what is missing.</exception>
    public static async Task<OnnxSetupResult> RunAsync(string folder, bool again, Action<string> tell, TimeProvider time, CancellationToken cancellation = default)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var filling = new FolderFilling<OnnxSetupResult>
        {
            Ready = () => again ? null : PreparedOnnx.Open(folder),
            MayFill = () => PreparedOnnx.Manifest.MayFill(folder),
            Fill = draft => FillAsync(draft, tell, time, cancellation),
            NotOurs = OnnxErrors.NotOurs,
            Unwritable = OnnxErrors.Unwritable,
        };
        return await FolderSetup.FillAsync(folder, filling, tell, cancellation).ConfigureAwait(false)
            ?? (PreparedOnnx.Open(folder) ?? throw OnnxErrors.Unusable(folder)) with { IsNew = true };
    }

    private static async Task FillAsync(string draft, Action<string> tell, TimeProvider time, CancellationToken cancellation)
    {
        if (!OnnxLibrary.HasPackage) throw OnnxErrors.NoPackage();
        await OnnxLibrary.Package.FetchAsync(PreparedOnnx.NativeIn(draft), Path.Combine(draft, "nuget"), OnnxErrors.NotFetched, tell, cancellation).ConfigureAwait(false);
        PreparedOnnx.Manifest.Write(draft, new() { Version = OnnxLibrary.Package.Version, Prepared = time.GetUtcNow() });
    }
}
