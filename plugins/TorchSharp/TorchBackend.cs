using EnvHub.Numerics;
using static TorchSharp.torch;

namespace EnvHub.Plugins.TorchSharp;

/// <summary>Makes networks of libtorch on one device, on one thread per trial as the embedded engine does.</summary>
internal sealed class TorchBackend : INetworkBackend
{
    private readonly ImageLayout _layout;

    private TorchBackend(Device device, ImageLayout layout) => (Device, _layout) = (device, layout);

    /// <summary>Where its networks and vectors lie.</summary>
    public Device Device { get; }

    /// <summary>Loads libtorch where this is the first.</summary>
    /// <exception cref="HubException">As <see cref="TorchRuntime.Load"/>.</exception>
    public static TorchBackend Open(TorchSharpOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        TorchRuntime.Load();
        return Make(options);
    }

    // Apart: the runtime looks for what a method names when it compiles that, and libtorch must be there by then.
    private static TorchBackend Make(TorchSharpOptions options)
    {
        // Trials run side by side, a core each; and a sum's order, so its bits, would follow the number of threads.
        set_num_threads(1);
        backends.cuda.matmul.allow_tf32 = false;
        backends.cudnn.allow_tf32 = false;
        return new(device(options.Device), options.Layout);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1150 or EH1151 the spec cannot be; EH4780 more parameters than one vector holds.</exception>
    public INetwork Create(NetworkSpec spec, RandomGenerator random)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(random);
        return new TorchNetwork(NetworkPlan.Of(spec), random, Device, _layout);
    }

    /// <inheritdoc/>
    public ParameterVector CreateVector(int length) => TorchVector.Zeros(length, Device);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH4783 a negative count, an option outside its range or an unknown kind.</exception>
    public IOptimizer CreateOptimizer(OptimizerOptions options, int parameterCount)
    {
        ArgumentNullException.ThrowIfNull(options);
        return TorchOptimizer.Create(options, parameterCount, Device);
    }
}
