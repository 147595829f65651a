using static System.FormattableString;

namespace EnvHub.Contracts;

/// <summary>A convolution over an image, with bias: <c>[H, W, C]</c> to <c>[H', W', filters]</c>, <c>H' = (H + 2·padding - kernel)/stride + 1</c> rounded down.</summary>
/// <param name="Filters">Channels that come out, at least 1.</param>
/// <param name="Kernel">Rows and columns of the kernel, at least 1.</param>
/// <param name="Stride">From one place of the kernel to the next, at least 1.</param>
/// <param name="Padding">Zeros around the image, at least 0, less than the kernel.</param>
/// <remarks>Source: PyTorch's <c>Conv2d</c>.</remarks>
public sealed record ConvolutionSpec(int Filters, int Kernel, int Stride = 1, int Padding = 0) : LayerSpec
{
    private protected override string? Examine(TensorShape input, out TensorShape output)
    {
        output = default;
        if (Filters < 1 || Kernel < 1 || Stride < 1) return Invariant($"a convolution of {Filters} filters, kernel {Kernel}, stride {Stride} cannot be; each must be at least 1");
        if (Padding < 0 || Padding >= Kernel) return Invariant($"a convolution of kernel {Kernel} cannot have a padding of {Padding}; it may be 0 to {Kernel - 1}");
        if (!input.IsImage) return $"a convolution needs an image [H, W, C]; it gets {input}";
        if (Math.Min(input.Height, input.Width) + 2L * Padding < Kernel)
            return Invariant($"a convolution of kernel {Kernel} and padding {Padding} does not fit on {input}");
        output = TensorShape.Image(Places(input.Height), Places(input.Width), Filters);
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"convolution {Kernel}x{Kernel}, {Filters} filters, stride {Stride}, padding {Padding}");

    private int Places(int length) => (length + 2 * Padding - Kernel) / Stride + 1;
}
