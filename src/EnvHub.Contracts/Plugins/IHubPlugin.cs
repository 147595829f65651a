namespace EnvHub.Contracts;

/// <summary>A plugin's entry point: one public class with a parameterless constructor in the manifest's assembly.</summary>
public interface IHubPlugin
{
    /// <summary>Registers what the plugin brings; runs nothing.</summary>
    void Configure(IHubPluginBuilder hub);
}
