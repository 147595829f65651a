using System.Numerics;
using System.Runtime.InteropServices;

namespace EnvHub.Envs.Gymnasium;

/// <summary>Looks for NaN, which no environment may give.</summary>
internal static class NaNSearch
{
    /// <summary>The first NaN; -1 for none.</summary>
    public static int IndexOfNaN<T>(ReadOnlySpan<T> values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int i = 0;
        foreach (var lanes in MemoryMarshal.Cast<T, Vector<T>>(values))
        {
            if (!Vector.EqualsAll(lanes, lanes)) break;
            i += Vector<T>.Count;
        }
        for (; i < values.Length; i++)
            if (T.IsNaN(values[i])) return i;
        return -1;
    }
}
