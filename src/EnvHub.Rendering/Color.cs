namespace EnvHub.Rendering;

/// <summary>A colour to draw with.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
/// <param name="Opacity">How much of what lies below is covered, [0, 1].</param>
public readonly record struct Color(byte Red, byte Green, byte Blue, double Opacity = 1)
{
    /// <summary>The same colour, through which what lies below is seen.</summary>
    public Color At(double opacity) => this with { Opacity = opacity };
}
