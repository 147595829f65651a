namespace EnvHub.Plugins.TorchSharp.Engine;

public sealed class CpuContractTests : NetworkContract
{
    protected override INetworkBackend CreateBackend() => Engine.Cpu;
}

public sealed class CudaChannelsFirstContractTests : NetworkContract
{
    protected override INetworkBackend CreateBackend() => Engine.Cuda(ImageLayout.ChannelsFirst);
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
