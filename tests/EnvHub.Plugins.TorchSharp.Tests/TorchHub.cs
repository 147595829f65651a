namespace EnvHub.Plugins.TorchSharp.Tests;

/// <summary>A hub of its own for a test, whose command finds libtorch.</summary>
internal sealed class TorchHub : CommandHub
{
    public TorchHub(string experiments = "{}") : base(experiments) => Variables[TorchPlaces.FolderVariable] = RealTorch.Folder;
}
