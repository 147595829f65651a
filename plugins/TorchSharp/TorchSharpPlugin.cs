namespace EnvHub.Plugins.TorchSharp;

/// <summary>Registers the network backend <c>torchsharp</c>. libtorch is loaded when the first network is made, not before.</summary>
public sealed class TorchSharpPlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        hub.Add(NetworkBackendRegistration.Of<TorchSharpOptions>(
            "torchsharp", "PyTorch's engine through TorchSharp, on the CPU or a CUDA device.", static options => TorchBackend.Open(options)) with
        {
            Refusal = static options => ((TorchSharpOptions)options).Refusal ?? TorchRuntime.Refusal(((TorchSharpOptions)options).Device),
            Room = static _ => TorchRuntime.Room(),
            Software = static options => TorchRuntime.Software(((TorchSharpOptions)options).Device),
        });
    }
}
