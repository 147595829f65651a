namespace EnvHub.Numerics;

/// <summary>The sizes of a convolution over one image.</summary>
/// <param name="Height">Rows of the image, H.</param>
/// <param name="Width">Columns of the image, W.</param>
/// <param name="Channels">Numbers per place of the image, C.</param>
/// <param name="Kernel">Rows and columns of the kernel, k.</param>
/// <param name="Stride">From one place of the kernel to the next.</param>
/// <param name="Padding">Zeros around the image, less than the kernel.</param>
public readonly record struct ConvolutionShape(int Height, int Width, int Channels, int Kernel, int Stride, int Padding)
{
    /// <summary>Rows of the result, H' = (H + 2·padding - k)/stride + 1 rounded down.</summary>
    public int ResultHeight => (Height + 2 * Padding - Kernel) / Stride + 1;

    /// <summary>Columns of the result, W'.</summary>
    public int ResultWidth => (Width + 2 * Padding - Kernel) / Stride + 1;

    /// <summary>Places of the image, H·W: its rows in a matrix.</summary>
    public int Places => Height * Width;

    /// <summary>Places of the result, H'·W'.</summary>
    public int ResultPlaces => ResultHeight * ResultWidth;

    /// <summary>Numbers under the kernel, k·k·C: rows of the weight, in the order <c>[k, k, C]</c>.</summary>
    public int PatchLength => Kernel * Kernel * Channels;
}
