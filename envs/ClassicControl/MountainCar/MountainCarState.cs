using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The state of N cars, one array per component. Double, because Gymnasium keeps float64 and rounds observations only.</summary>
internal sealed class MountainCarState(int count)
{
    public readonly double[] Position = Lanes.Allocate(count), Velocity = Lanes.Allocate(count);

    // Change of velocity by the action and the slope: what a step computes copy by copy before it goes on with whole vectors.
    public readonly double[] Acceleration = Lanes.Allocate(count);

    /// <summary>Writes every copy's observation, shape <c>[N, 2]</c>.</summary>
    public void WriteAll(Span<float> observations)
    {
        var rows = MemoryMarshal.Cast<float, Vector64<float>>(observations);
        for (int i = 0; i < rows.Length; i++) rows[i] = Row(i);
    }

    /// <summary>Writes one copy's row.</summary>
    public void Write(int copy, Span<float> observations) => MemoryMarshal.Cast<float, Vector64<float>>(observations)[copy] = Row(copy);

    private Vector64<float> Row(int copy) => Vector64.Create((float)Position[copy], (float)Velocity[copy]);
}
