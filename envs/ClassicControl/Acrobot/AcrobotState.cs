namespace EnvHub.Envs.ClassicControl;

/// <summary>The state of N acrobots, one array per component, and the sines and cosines of the angles: the observation, the end of the
/// episode and the next step all need them.</summary>
internal sealed class AcrobotState(int count)
{
    /// <summary>Components of an observation.</summary>
    public const int Size = 6;

    public readonly double[] Theta1 = new double[count], Theta2 = new double[count], Speed1 = new double[count], Speed2 = new double[count];
    public readonly double[] Cos1 = new double[count], Sin1 = new double[count], Cos2 = new double[count], Sin2 = new double[count];

    /// <summary>Brings the sines and cosines of one copy up to its angles.</summary>
    public void UpdateTrigonometry(int copy)
    {
        (Sin1[copy], Cos1[copy]) = Math.SinCos(Theta1[copy]);
        (Sin2[copy], Cos2[copy]) = Math.SinCos(Theta2[copy]);
    }

    /// <summary>Writes what the copies from <paramref name="first"/> on see after a step, shape <c>[n, 6]</c>.</summary>
    public void Write(int first, Span<float> observations)
    {
        for (int i = first; !observations.IsEmpty; i++, observations = observations[Size..])
        {
            (observations[0], observations[1], observations[2], observations[3]) = ((float)Cos1[i], (float)Sin1[i], (float)Cos2[i], (float)Sin2[i]);
            (observations[4], observations[5]) = ((float)Speed1[i], (float)Speed2[i]);
        }
    }

    /// <summary>Writes one copy's first observation, shape <c>[6]</c>: Gymnasium's start state is float32, and so are its sines and cosines.</summary>
    public void WriteStart(int copy, Span<float> row)
    {
        var (theta1, theta2) = ((float)Theta1[copy], (float)Theta2[copy]);
        (row[0], row[1]) = (NumPyMath.Cos(theta1), NumPyMath.Sin(theta1));
        (row[2], row[3]) = (NumPyMath.Cos(theta2), NumPyMath.Sin(theta2));
        (row[4], row[5]) = ((float)Speed1[copy], (float)Speed2[copy]);
    }

    /// <summary>Writes or takes back where the copies stand.</summary>
    public void Exchange(SnapshotArchive archive)
    {
        archive.Array<double>("theta1", Theta1);
        archive.Array<double>("theta2", Theta2);
        archive.Array<double>("speed1", Speed1);
        archive.Array<double>("speed2", Speed2);
        for (int i = 0; archive.IsRestoring && i < Theta1.Length; i++) UpdateTrigonometry(i);
    }
}
