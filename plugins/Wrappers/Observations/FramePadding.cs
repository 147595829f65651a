namespace EnvHub.Plugins.Wrappers;

/// <summary>What fills a stack before there are enough observations.</summary>
public enum FramePadding
{
    /// <summary>The episode's first observation.</summary>
    Reset,

    /// <summary>Zero, or the number nearest to it that the space holds.</summary>
    Zero,
}
