namespace EnvHub.Torch;

/// <summary>A prepared libtorch.</summary>
/// <param name="Folder">Where the set-up put it.</param>
/// <param name="Library">The libraries.</param>
/// <param name="Manifest">What was put there.</param>
/// <param name="IsNew">Whether it was made just now.</param>
public sealed record TorchSetupResult(string Folder, TorchLibrary Library, TorchManifest Manifest, bool IsNew);
