namespace EnvHub.Envs.ClassicControl;

/// <summary>The state of N cars, one array per component. Double, because Gymnasium keeps float64 and rounds observations only.</summary>
internal sealed class MountainCarState(int count)
{
    /// <summary>Copies, N.</summary>
    public int Count => count;

    public readonly double[] Position = Lanes.Allocate(count), Velocity = Lanes.Allocate(count);

    // Change of velocity by the action and the slope: what a step computes copy by copy before it goes on with whole vectors.
    public readonly double[] Acceleration = Lanes.Allocate(count);

    /// <summary>Writes what the copies from <paramref name="first"/> on see, shape <c>[n, 2]</c>.</summary>
    public void Write(int first, Span<float> observations)
    {
        for (int i = 0; 2 * i + 1 < observations.Length; i++)
        {
            observations[2 * i] = (float)Position[first + i];
            observations[2 * i + 1] = (float)Velocity[first + i];
        }
    }

    /// <summary>Takes over one copy's state from <paramref name="other"/>.</summary>
    public void Take(int copy, MountainCarState other, int otherCopy) =>
        (Position[copy], Velocity[copy]) = (other.Position[otherCopy], other.Velocity[otherCopy]);

    /// <summary>Writes or takes back where the copies stand.</summary>
    public void Exchange(SnapshotArchive archive)
    {
        archive.Array("position", Position.AsSpan(0, Count));
        archive.Array("velocity", Velocity.AsSpan(0, Count));
    }
}
