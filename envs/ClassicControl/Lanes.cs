using System.Numerics;

namespace EnvHub.Envs.ClassicControl;

/// <summary>Arrays that are padded to whole vectors, so that no kernel has a scalar tail. The padding is advanced too, and never read.</summary>
internal static class Lanes
{
    /// <summary>Zeros for <paramref name="count"/> copies and the padding.</summary>
    public static double[] Allocate(int count)
    {
        int width = Vector<double>.Count;
        return new double[(count + width - 1) / width * width];
    }
}
