namespace EnvHub.Python;

/// <summary>Render modes by Gymnasium's names.</summary>
internal static class RenderModeNames
{
    private const string Ansi = "ansi", RgbArray = "rgb_array";

    public static string Of(RenderMode mode) => mode == RenderMode.Ansi ? Ansi : RgbArray;

    /// <exception cref="HubException">EH4651 there is no such mode.</exception>
    public static RenderMode Parse(string name) => name switch
    {
        Ansi => RenderMode.Ansi,
        RgbArray => RenderMode.RgbArray,
        _ => throw ServingErrors.NoSuchRenderMode(name),
    };
}
