namespace EnvHub.Plugins.OnnxRuntime.Tests;

/// <summary>A hub of its own for a test, whose command finds ONNX Runtime.</summary>
internal sealed class OnnxHub : CommandHub
{
    public OnnxHub(string experiments = "{}") : base(experiments) => Variables[OnnxPlaces.FolderVariable] = RealOnnx.Folder;
}
