namespace EnvHub.Contracts;

/// <summary>The version of these contracts: a plugin names the one it was written against.</summary>
public static class ContractVersion
{
    /// <summary>Another major number is another contract; a plugin's minor number may not exceed the hub's.</summary>
    public static Version Current { get; } = new(2, 0);
}
