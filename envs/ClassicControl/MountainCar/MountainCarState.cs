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
        for (int i = 0; 2 * i + 1 < observations.Length; i++) Write(i, observations);
    }

    /// <summary>Writes one copy's row.</summary>
    public void Write(int copy, Span<float> observations)
    {
        observations[2 * copy] = (float)Position[copy];
        observations[2 * copy + 1] = (float)Velocity[copy];
    }
}
