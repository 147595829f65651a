using EnvHub.Numerics;

namespace EnvHub.Plugins.TorchSharp.Engine;

/// <summary>The backend under test, and the device that is asked for where one is there.</summary>
internal static class Engine
{
    public static INetworkBackend Cpu { get; } = TorchBackend.Open(new());

    /// <summary>The first CUDA device; without one the test is passed over.</summary>
    public static INetworkBackend Cuda(ImageLayout layout = ImageLayout.ChannelsLast)
    {
        if (EnvHub.Torch.TorchRuntime.Refusal("cuda") is { } refusal) Assert.Ignore(refusal);
        return TorchBackend.Open(new() { Device = "cuda", Layout = layout });
    }

    public static float[] Draw(int count, ulong seed)
    {
        RandomGenerator random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.Uniform(-1, 1))];
    }
}
