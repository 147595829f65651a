using EnvHub.Contracts;

namespace EnvHub.TestPlugins;

public sealed class WrongContractPlugin : IHubPlugin
{
    public void Configure(IHubPluginBuilder hub) => throw new NotSupportedException("A plugin of another contract is never configured.");
}
