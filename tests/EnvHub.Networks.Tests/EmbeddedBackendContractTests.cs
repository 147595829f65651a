using EnvHub.Contracts;
using EnvHub.TestKit;

namespace EnvHub.Networks.Tests;

public sealed class EmbeddedBackendContractTests : NetworkContract
{
    protected override INetworkBackend CreateBackend() => new EmbeddedBackend();
}
