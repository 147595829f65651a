namespace EnvHub.Envs.ToyText;

/// <summary>The settings of <c>FrozenLake8x8-v1</c>: those of <c>FrozenLake-v1</c> with the larger map by default.</summary>
public sealed record FrozenLake8x8Settings : FrozenLakeSettings
{
    /// <summary>The defaults.</summary>
    public FrozenLake8x8Settings() => MapName = FrozenLakeMapName.EightByEight;
}
