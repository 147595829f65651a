namespace EnvHub.Plugins.TorchSharp.Engine;

public sealed class CpuContractTests : NetworkContract
{
    protected override INetworkBackend CreateBackend() => Engine.Cpu;
}

public sealed class ChannelsFirstContractTests : NetworkContract
{
    protected override INetworkBackend CreateBackend() => TorchBackend.Open(new() { Layout = ImageLayout.ChannelsFirst });
}

public sealed class CudaContractTests : NetworkContract
{
    protected override INetworkBackend CreateBackend() => Engine.Cuda();
}

public sealed class CpuPyTorchTests : PyTorchContract
{
    protected override INetworkBackend CreateBackend() => Engine.Cpu;
}

public sealed class CudaPyTorchTests : PyTorchContract
{
    protected override INetworkBackend CreateBackend() => Engine.Cuda();
}
