namespace EnvHub.Numerics;

/// <summary>What the kernels found on this machine.</summary>
public static class VectorHardware
{
    /// <summary>Bits of the vectors that the kernels use: 512, 256, 128, or 32 where the hardware has none.</summary>
    public static int Bits => 8 * sizeof(float) * (int)LaneDispatch.Widest;
}
