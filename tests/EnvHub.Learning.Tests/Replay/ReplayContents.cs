namespace EnvHub.Learning.Tests;

/// <summary>Reads a buffer's transitions, oldest slot first, through what it saves.</summary>
internal static class ReplayContents
{
    public static List<Transition> Of(ReplayBuffer replay)
    {
        var file = new InMemoryCheckpoint();
        replay.Save(file, "");
        var (observations, next, rewards, discounts) = (Read("observations"), Read("nextObservations"), Read("rewards"), Read("discounts"));
        return [.. observations.Select((observation, i) => new Transition(observation, rewards[i], next[i], discounts[i]))];

        float[] Read(string name)
        {
            var values = new float[replay.Count];
            if (replay.Count > 0) file.Read<float>(name, values);
            return values;
        }
    }
}
