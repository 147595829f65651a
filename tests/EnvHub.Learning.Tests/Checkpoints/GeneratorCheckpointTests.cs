namespace EnvHub.Learning.Tests;

public class GeneratorCheckpointTests
{
    [Test]
    public void Load_SavedWithAHalfDrawWaiting_SameDrawsFollow()
    {
        RandomGenerator random = new(3), loaded = new(4);
        random.NextUInt32();   // leaves the other half of a 64-bit draw waiting
        var file = new InMemoryCheckpoint();
        GeneratorCheckpoint.Save(random, file, "g");
        GeneratorCheckpoint.Load(loaded, file, "g");
        for (int i = 0; i < 5; i++) Assert.That(loaded.NextUInt32(), Is.EqualTo(random.NextUInt32()));
    }
}
