namespace EnvHub.Envs.ClassicControl;

/// <summary>The state of N pendulums, one array per component. Double, because Gymnasium keeps float64 and rounds observations only.</summary>
internal sealed class PendulumState(int count)
{
    /// <summary>Components of an observation.</summary>
    public const int Size = 3;

    // rad from upright, not wrapped, and rad/s.
    public readonly double[] Theta = new double[count], Speed = new double[count];

    /// <summary>The torque of the last step after clipping, N·m; NaN after a reset: for pictures.</summary>
    public readonly float[] Torque = new float[count];

    /// <summary>What the last step cost.</summary>
    public readonly double[] Cost = new double[count];

    // The sine is needed by the observation and by the next step.
    public readonly double[] Sin = new double[count], Cos = new double[count];

    /// <summary>Brings the sine and cosine of one copy up to its angle.</summary>
    public void UpdateTrigonometry(int copy) => (Sin[copy], Cos[copy]) = Math.SinCos(Theta[copy]);

    /// <summary>Writes what the copies from <paramref name="first"/> on see, shape <c>[n, 3]</c>.</summary>
    public void Write(int first, Span<float> observations)
    {
        for (int i = first; !observations.IsEmpty; i++, observations = observations[Size..])
            (observations[0], observations[1], observations[2]) = ((float)Cos[i], (float)Sin[i], (float)Speed[i]);
    }

    /// <summary>Writes or takes back where the copies stand.</summary>
    public void Exchange(SnapshotArchive archive)
    {
        archive.Array<double>("theta", Theta);
        archive.Array<double>("speed", Speed);
        archive.Array<float>("torque", Torque);
        for (int i = 0; archive.IsRestoring && i < Theta.Length; i++) UpdateTrigonometry(i);
    }
}
