namespace EnvHub.Setup;

/// <summary>How one set-up fills its folder.</summary>
/// <typeparam name="TReady">What a folder that is ready holds.</typeparam>
public sealed record FolderFilling<TReady> where TReady : class
{
    /// <summary>What the folder holds, if that is what was asked for; null: it must be filled.</summary>
    public required Func<TReady?> Ready { get; init; }

    /// <summary>Whether a set-up may put its own in place of what is there; see <see cref="ManifestFile{TManifest}.MayFill"/>.</summary>
    public required Func<bool> MayFill { get; init; }

    /// <summary>Fills an empty folder that lies beside the one to fill.</summary>
    public required Func<string, Task> Fill { get; init; }

    /// <summary>Says that the folder holds what no set-up put there.</summary>
    public required Func<string, HubException> NotOurs { get; init; }

    /// <summary>Says that the folder cannot be written.</summary>
    public required Func<string, Exception, HubException> Unwritable { get; init; }
}
