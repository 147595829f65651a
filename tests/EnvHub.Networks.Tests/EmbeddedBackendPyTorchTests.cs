using EnvHub.Contracts;
using EnvHub.TestKit;

namespace EnvHub.Networks.Tests;

public sealed class EmbeddedBackendPyTorchTests : PyTorchContract
{
    protected override INetworkBackend CreateBackend() => new EmbeddedBackend();
}
