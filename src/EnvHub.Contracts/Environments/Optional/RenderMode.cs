namespace EnvHub.Contracts;

/// <summary>How an environment shows itself. Names are Gymnasium's.</summary>
public enum RenderMode
{
    /// <summary>Text for a terminal.</summary>
    Ansi,

    /// <summary>A picture, shape <c>[height, width, 3]</c>, one byte per channel.</summary>
    RgbArray,
}
