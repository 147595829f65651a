namespace EnvHub.Contracts;

/// <summary>One picture of an environment: text, or pixels.</summary>
/// <param name="Text">The text of <see cref="RenderMode.Ansi"/>; empty for pixels.</param>
/// <param name="Width">Pixels per row; 0 for text.</param>
/// <param name="Height">Rows; 0 for text.</param>
/// <param name="Pixels">Shape <c>[Height, Width, 3]</c>, row-major, red green blue; empty for text.</param>
public sealed record RenderFrame(string Text, int Width, int Height, ReadOnlyMemory<byte> Pixels)
{
    /// <summary>A frame of text.</summary>
    public static RenderFrame OfText(string text) => new(text, 0, 0, ReadOnlyMemory<byte>.Empty);
}
