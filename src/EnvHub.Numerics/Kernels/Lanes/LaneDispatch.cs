using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace EnvHub.Numerics;

/// <summary>Runs a kernel with whole vectors first, and what is left one float at a time.</summary>
internal static class LaneDispatch
{
    /// <summary>The widest vectors of this machine.</summary>
    /// <remarks>Not <see cref="Vector512.IsHardwareAccelerated"/>, which is false on the first AVX-512 processors because they lower
    /// their clock; multiply-adds measured there are still 1.8 times as many with 512 bits as with 256.</remarks>
    public static LaneWidth Widest { get; } =
        Avx512F.IsSupported || Vector512.IsHardwareAccelerated ? LaneWidth.Bits512
        : Vector256.IsHardwareAccelerated ? LaneWidth.Bits256
        : Vector128.IsHardwareAccelerated ? LaneWidth.Bits128
        : LaneWidth.Scalar;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TKernel>(in TKernel kernel, int length, LaneWidth width) where TKernel : struct, ILaneKernel, allows ref struct
    {
        int whole = length & -(int)width;
        if (whole > 0) RunWhole(in kernel, whole, width);
        if (whole < length) kernel.Run<ScalarLanes, float>(whole, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunWhole<TKernel>(in TKernel kernel, int whole, LaneWidth width)
        where TKernel : struct, ILaneKernel, allows ref struct
    {
        switch (width)
        {
            case LaneWidth.Bits512: kernel.Run<Lanes512, Vector512<float>>(0, whole); break;
            case LaneWidth.Bits256: kernel.Run<Lanes256, Vector256<float>>(0, whole); break;
            case LaneWidth.Bits128: kernel.Run<Lanes128, Vector128<float>>(0, whole); break;
            default: kernel.Run<ScalarLanes, float>(0, whole); break;
        }
    }
}
