namespace EnvHub.Envs.ClassicControl;

/// <summary>The state of N cart-poles, one array per component. Double, because Gymnasium keeps float64 and rounds observations only.</summary>
internal sealed class CartPoleState(int count)
{
    /// <summary>Components of an observation.</summary>
    public const int Size = 4;

    public readonly double[] X = new double[count], XDot = new double[count], Theta = new double[count], ThetaDot = new double[count];

    /// <summary>Writes every copy's observation, shape <c>[N, 4]</c>.</summary>
    public void WriteAll(Span<float> observations)
    {
        for (int i = 0; i < X.Length; i++) Write(i, observations);
    }

    /// <summary>Writes one copy's row.</summary>
    public void Write(int copy, Span<float> observations)
    {
        var row = observations.Slice(copy * Size, Size);
        (row[0], row[1], row[2], row[3]) = ((float)X[copy], (float)XDot[copy], (float)Theta[copy], (float)ThetaDot[copy]);
    }
}
