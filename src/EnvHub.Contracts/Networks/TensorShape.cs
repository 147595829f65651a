using static System.FormattableString;

namespace EnvHub.Contracts;

/// <summary>What passes between layers: n numbers, <c>[n]</c>, or an image, <c>[H, W, C]</c> with the channels last.</summary>
/// <param name="Height">Rows of an image; 1 for a vector.</param>
/// <param name="Width">Columns of an image; 1 for a vector.</param>
/// <param name="Channels">Channels of an image; the numbers of a vector.</param>
/// <param name="IsImage">Whether it is an image.</param>
public readonly record struct TensorShape(int Height, int Width, int Channels, bool IsImage)
{
    /// <summary>Numbers altogether, of a shape that <see cref="Fits"/>.</summary>
    public int Size => Height * Width * Channels;

    /// <summary>Whether there is at least one number, and no more than an array holds.</summary>
    public bool Fits => Height >= 1 && Width >= 1 && Channels >= 1 && (UInt128)(uint)Height * (uint)Width * (uint)Channels <= (uint)Array.MaxLength;

    /// <summary>n numbers.</summary>
    public static TensorShape Vector(int size) => new(1, 1, size, IsImage: false);

    /// <summary>An image.</summary>
    public static TensorShape Image(int height, int width, int channels) => new(height, width, channels, IsImage: true);

    /// <summary><c>[n]</c> or <c>[H, W, C]</c>.</summary>
    public override string ToString() => IsImage ? Invariant($"[{Height}, {Width}, {Channels}]") : Invariant($"[{Channels}]");
}
