namespace EnvHub.Cli;

/// <summary>The render modes in the words of Gymnasium.</summary>
internal static class RenderModeNames
{
    public const string Ansi = "ansi", RgbArray = "rgb_array";

    public static string Of(RenderMode mode) => mode == RenderMode.Ansi ? Ansi : RgbArray;

    /// <summary>Null stays null.</summary>
    public static RenderMode? Parse(string? name) => name switch { null => null, Ansi => RenderMode.Ansi, _ => RenderMode.RgbArray };
}
