using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>Where a layer's normalisation lies in the parameter vector.</summary>
/// <param name="Gain">Offset of the gain (PyTorch's weight).</param>
/// <param name="Shift">Offset of the shift (PyTorch's bias).</param>
internal readonly record struct NormPart(int Gain, int Shift, int Units)
{
    public int Stride => AlignedBuffer.Pad(Units);
}
