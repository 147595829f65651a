namespace EnvHub.Envs.ClassicControl;

/// <summary>The state of N cars. Gymnasium keeps a start state in float64 and every later one in float32, which double holds.</summary>
internal sealed class MountainCarContinuousState(int count)
{
    public readonly double[] Position = new double[count], Velocity = new double[count];

    /// <summary>Whether the copy has not moved since its start.</summary>
    public readonly bool[] IsAtStart = new bool[count];

    // Of the last step.
    public readonly double[] Reward = new double[count];
    public readonly bool[] Terminated = new bool[count];

    /// <summary>Writes what the copies from <paramref name="first"/> on see, shape <c>[n, 2]</c>.</summary>
    public void Write(int first, Span<float> observations)
    {
        for (int i = 0; 2 * i + 1 < observations.Length; i++)
        {
            observations[2 * i] = (float)Position[first + i];
            observations[2 * i + 1] = (float)Velocity[first + i];
        }
    }

    /// <summary>Writes or takes back where the copies stand.</summary>
    public void Exchange(SnapshotArchive archive)
    {
        archive.Array<double>("position", Position);
        archive.Array<double>("velocity", Velocity);
        archive.Array<bool>("isAtStart", IsAtStart);
    }
}
