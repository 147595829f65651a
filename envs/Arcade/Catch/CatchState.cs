namespace EnvHub.Envs.Arcade;

/// <summary>Where paddle and ball of N copies are, one array per component. Places are left upper corners, in pixels.</summary>
internal sealed class CatchState(int count)
{
    public readonly int[] Paddle = new int[count], BallX = new int[count], BallY = new int[count];

    /// <summary>Pixels that the ball drifts per step; below 0 to the left.</summary>
    public readonly int[] Drift = new int[count];

    /// <summary>Balls of the episode that have not come down, the one on its way included.</summary>
    public readonly int[] BallsLeft = new int[count];

    /// <summary>Writes or takes back where the copies stand.</summary>
    public void Exchange(SnapshotArchive archive)
    {
        archive.Array<int>("paddle", Paddle);
        archive.Array<int>("ballX", BallX);
        archive.Array<int>("ballY", BallY);
        archive.Array<int>("drift", Drift);
        archive.Array<int>("ballsLeft", BallsLeft);
    }
}
