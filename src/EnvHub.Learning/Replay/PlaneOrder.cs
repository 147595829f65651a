namespace EnvHub.Learning;

/// <summary>How an image that comes as planes becomes one whose pixels have their channels side by side: <c>[A, P, C]</c> to <c>[P, A, C]</c>.</summary>
/// <param name="Planes">A: stacked frames, or the channels of a channel-first image, or both.</param>
/// <param name="Pixels">P, height times width.</param>
/// <param name="Channels">C, channels that lie side by side already.</param>
public readonly record struct PlaneOrder(int Planes, int Pixels, int Channels)
{
    /// <summary>Whether nothing moves.</summary>
    public bool IsIdentity => Planes == 1 || Pixels == 1;

    /// <summary>Numbers of the whole image.</summary>
    public int Size => Planes * Pixels * Channels;

    /// <summary>Channels of a pixel, frames and channels together.</summary>
    public int Depth => Planes * Channels;

    /// <summary>Where element <paramref name="index"/> of the planes lies in the image.</summary>
    public int PlaceOf(int index)
    {
        var (pixel, channel) = (index / Channels % Pixels, index % Channels);
        return (pixel * Planes + index / Channels / Pixels) * Channels + channel;
    }
}
