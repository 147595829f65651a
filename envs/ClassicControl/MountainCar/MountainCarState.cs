namespace EnvHub.Envs.ClassicControl;

/// <summary>The state of N cars, one array per component. Double, because Gymnasium keeps float64 and rounds observations only.</summary>
internal sealed class MountainCarState(int count)
{
    /// <summary>Components of an observation.</summary>
    public const int Size = 2;

    public readonly double[] Position = new double[count], Velocity = new double[count];

    /// <summary>Writes every copy's observation, shape <c>[N, 2]</c>.</summary>
    public void WriteAll(Span<float> observations)
    {
        for (int i = 0; i < Position.Length; i++) Write(i, observations);
    }

    /// <summary>Writes one copy's row.</summary>
    public void Write(int copy, Span<float> observations)
    {
        var row = observations.Slice(copy * Size, Size);
        (row[0], row[1]) = ((float)Position[copy], (float)Velocity[copy]);
    }
}
