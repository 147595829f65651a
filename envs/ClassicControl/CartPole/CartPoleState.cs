using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The state of N cart-poles, one array per component. Double, because Gymnasium keeps float64 and rounds observations only.</summary>
internal sealed class CartPoleState(int count)
{
    public readonly double[] X = Lanes.Allocate(count), XDot = Lanes.Allocate(count);
    public readonly double[] Theta = Lanes.Allocate(count), ThetaDot = Lanes.Allocate(count);

    // What a step computes copy by copy before it goes on with whole vectors.
    public readonly double[] Sin = Lanes.Allocate(count), Cos = Lanes.Allocate(count), Force = Lanes.Allocate(count);

    /// <summary>Writes every copy's observation, shape <c>[N, 4]</c>.</summary>
    public void WriteAll(Span<float> observations)
    {
        var rows = MemoryMarshal.Cast<float, Vector128<float>>(observations);
        for (int i = 0; i < rows.Length; i++) rows[i] = Row(i);
    }

    /// <summary>Writes one copy's row.</summary>
    public void Write(int copy, Span<float> observations) => MemoryMarshal.Cast<float, Vector128<float>>(observations)[copy] = Row(copy);

    private Vector128<float> Row(int copy) =>
        Vector128.Create((float)X[copy], (float)XDot[copy], (float)Theta[copy], (float)ThetaDot[copy]);
}
