using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The state of N cart-poles, one array per component. Double, because Gymnasium keeps float64 and rounds observations only.</summary>
internal sealed class CartPoleState(int count)
{
    /// <summary>Copies, N.</summary>
    public int Count => count;

    public readonly double[] X = Lanes.Allocate(count), XDot = Lanes.Allocate(count);
    public readonly double[] Theta = Lanes.Allocate(count), ThetaDot = Lanes.Allocate(count);

    // What a step computes copy by copy before it goes on with whole vectors.
    public readonly double[] Sin = Lanes.Allocate(count), Cos = Lanes.Allocate(count), Force = Lanes.Allocate(count);

    /// <summary>Writes what the copies from <paramref name="first"/> on see, shape <c>[n, 4]</c>.</summary>
    public void Write(int first, Span<float> observations)
    {
        var rows = MemoryMarshal.Cast<float, Vector128<float>>(observations);
        for (int i = 0; i < rows.Length; i++) rows[i] = Row(first + i);
    }

    /// <summary>Takes over one copy's state from <paramref name="other"/>.</summary>
    public void Take(int copy, CartPoleState other, int otherCopy)
    {
        (X[copy], XDot[copy]) = (other.X[otherCopy], other.XDot[otherCopy]);
        (Theta[copy], ThetaDot[copy]) = (other.Theta[otherCopy], other.ThetaDot[otherCopy]);
    }

    private Vector128<float> Row(int copy) =>
        Vector128.Create((float)X[copy], (float)XDot[copy], (float)Theta[copy], (float)ThetaDot[copy]);

    /// <summary>Writes or takes back where the copies stand.</summary>
    public void Exchange(SnapshotArchive archive)
    {
        archive.Array("x", X.AsSpan(0, Count));
        archive.Array("xDot", XDot.AsSpan(0, Count));
        archive.Array("theta", Theta.AsSpan(0, Count));
        archive.Array("thetaDot", ThetaDot.AsSpan(0, Count));
    }
}
