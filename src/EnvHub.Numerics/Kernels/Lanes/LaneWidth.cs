namespace EnvHub.Numerics;

/// <summary>Floats per vector that a kernel works with.</summary>
internal enum LaneWidth
{
    Scalar = 1,
    Bits128 = 4,
    Bits256 = 8,
    Bits512 = 16,
}
