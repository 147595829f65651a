namespace EnvHub.Learning.Tests;

/// <summary>Reads a buffer's transitions of one number each, oldest slot first.</summary>
internal static class ReplayContents
{
    public static List<Transition> Of(ReplayBuffer replay)
    {
        var batch = new ReplayBatch(1, 1);
        var contents = new List<Transition>();
        for (int i = 0; i < replay.Count; i++)
        {
            replay.Read(i, batch, row: 0);
            contents.Add(new(batch.Observations[0], batch.Rewards[0], batch.NextObservations[0], batch.Discounts[0]));
        }
        return contents;
    }
}
