namespace EnvHub.Python;

/// <summary>Render modes by Gymnasium's names.</summary>
public static class RenderModeNames
{
    /// <summary>Text.</summary>
    public const string Ansi = "ansi";

    /// <summary>Pixels.</summary>
    public const string RgbArray = "rgb_array";

    /// <summary>The name.</summary>
    public static string Of(RenderMode mode) => mode == RenderMode.Ansi ? Ansi : RgbArray;

    /// <summary>The mode.</summary>
    /// <exception cref="HubException">EH4651 there is no such mode.</exception>
    public static RenderMode Parse(string name) => TryParse(name) ?? throw ServingErrors.NoSuchRenderMode(name);

    /// <summary>The mode; null for a name that the hub does not have, e.g. <c>human</c>.</summary>
    public static RenderMode? TryParse(string? name) => name switch
    {
        Ansi => RenderMode.Ansi,
        RgbArray => RenderMode.RgbArray,
        _ => null,
    };
}
