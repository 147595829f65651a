namespace EnvHub.Envs.Arcade;

/// <summary>Places and shades of the field, in pixels.</summary>
internal static class CatchField
{
    /// <summary>Height and width.</summary>
    public const int Size = 84;

    /// <summary>Height and width of a ball.</summary>
    public const int Ball = 4;

    /// <summary>The paddle's upper edge, and its height.</summary>
    public const int PaddleTop = 79, PaddleHeight = 3;

    /// <summary>The shades of ball and paddle; the rest is 0.</summary>
    public const byte BallShade = 255, PaddleShade = 160;
}
