namespace EnvHub.Torch;

/// <summary>A folder that a set-up filled: its manifest, and what that describes.</summary>
internal static class PreparedTorch
{
    /// <summary>What its set-up writes.</summary>
    public static readonly ManifestFile<TorchManifest> Manifest = new("envhub-torch.json");

    /// <summary>The libtorch of a folder; null where none was prepared there.</summary>
    public static TorchLibrary? Library(string folder) => Manifest.Read(folder) is { } manifest
        ? new(Path.GetFullPath(manifest.Library, Path.GetFullPath(folder)), "prepared by 'envhub torch setup'", manifest.Version) : null;

    /// <summary>The room of a folder; null where none was prepared there, or for another place of .NET.</summary>
    public static LoaderRoom? Room(string folder) =>
        Manifest.Read(folder) is { Room: { } room } && RoomPreparation.Open(Path.GetFullPath(room, Path.GetFullPath(folder))) is { } open ? open : null;

    /// <summary>What a folder holds; null where nothing there works here.</summary>
    public static TorchSetupResult? Open(string folder) =>
        Manifest.Read(folder) is { } manifest && Library(folder) is { Missing: null } library && (!SystemLibraries.AreTooOld || Room(folder) is not null)
            ? new(folder, library, manifest, IsNew: false) : null;
}
