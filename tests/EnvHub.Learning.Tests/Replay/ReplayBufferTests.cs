namespace EnvHub.Learning.Tests;

public class ReplayBufferTests
{
    [Test]
    public void Add_BeyondCapacity_OverwritesTheOldest()
    {
        var replay = Filled(capacity: 3, transitions: 5);
        Assert.That(ReplayContents.Of(replay).Select(item => item.Observation), Is.EquivalentTo(new float[] { 2, 3, 4 }));
    }

    [Test]
    public void Sample_ManyDraws_EachTransitionEquallyOften()
    {
        const int transitions = 10, draws = 100_000;
        var replay = Filled(capacity: 50, transitions);
        var batch = new ReplayBatch(draws, 1);
        replay.Sample(new RandomGenerator(1), batch);
        var counts = new int[transitions];
        foreach (float observation in batch.Observations) counts[(int)observation]++;
        // Five standard deviations of a binomial count around 10,000.
        Assert.That(counts, Is.All.EqualTo(draws / transitions).Within(475));
    }

    [Test]
    public void Sample_AnyDraw_KeepsATransitionTogether()
    {
        var replay = Filled(capacity: 7, transitions: 12);
        var batch = new ReplayBatch(100, 1);
        replay.Sample(new RandomGenerator(2), batch);
        for (int i = 0; i < batch.Count; i++)
        {
            float observation = batch.Observations[i];
            Assert.That((batch.Actions[i], batch.Rewards[i], batch.NextObservations[i], batch.Discounts[i]),
                Is.EqualTo(((int)observation % 3, observation * 10, observation + 1, observation / 100)));
        }
    }

    [Test]
    public void Sample_Empty_Throws() =>
        Assert.That(() => new ReplayBuffer(3, 1).Sample(new RandomGenerator(1), new ReplayBatch(1, 1)), Throws.InvalidOperationException);

    [TestCase(2)]
    [TestCase(5)]
    public void Load_Saved_SameContentsAndSameNextSlot(int transitions)
    {
        var (replay, loaded) = (Filled(3, transitions), new ReplayBuffer(3, 1));
        var file = new InMemoryCheckpoint();
        replay.Save(file, "r.");
        loaded.Load(file, "r.");
        Add(replay, 9);
        Add(loaded, 9);
        Assert.That(ReplayContents.Of(loaded), Is.EqualTo(ReplayContents.Of(replay)));
    }

    [Test]
    public void Load_OtherCapacity_ThrowsEH2007()
    {
        var file = new InMemoryCheckpoint();
        Filled(3, 2).Save(file, "");
        Assert.That(() => new ReplayBuffer(4, 1).Load(file, ""), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2007"));
    }

    private static ReplayBuffer Filled(int capacity, int transitions)
    {
        var replay = new ReplayBuffer(capacity, 1);
        for (int i = 0; i < transitions; i++) Add(replay, i);
        return replay;
    }

    private static void Add(ReplayBuffer replay, int i) => replay.Add([i], i % 3, i * 10, [i + 1], i / 100f);

    [Test]
    public void Add_OneHundredThousandOfFour_AllocatesNothingAndKeepsEachObservationOnce()
    {
        const int Capacity = 100_000;
        var buffer = new ReplayBuffer(Capacity, observationSize: 4);
        long allocated = AllocationMeter.Measure(() => { for (int i = 0; i < 2 * Capacity; i++) AddOfFour(buffer, i); });
        Assert.That(allocated, Is.Zero);
        Assert.That(buffer.FrameCount, Is.EqualTo(Capacity + 1));
    }

    [Test]
    public void Save_PartlyFilled_WritesWhatIsHeldWithoutACopy()
    {
        const int Held = 1_000, PerTransition = 2 * sizeof(int) + 3 * sizeof(float), PerFrame = 4 * sizeof(float) + sizeof(int), Position = 10 * sizeof(int);
        var buffer = new ReplayBuffer(100_000, observationSize: 4);
        for (int i = 0; i < Held; i++) AddOfFour(buffer, i);
        var counter = new ByteCounter();
        buffer.Save(counter, "");
        Assert.That(counter.Bytes, Is.EqualTo(PerTransition * Held + PerFrame * (Held + 1) + Position));
        Assert.That(AllocationMeter.Measure(() => buffer.Save(counter, "")), Is.LessThan(2_000));
    }

    private static void AddOfFour(ReplayBuffer buffer, int i) => buffer.Add([i, i, i, i], 0, i, [i + 1, i + 1, i + 1, i + 1], 1);

    [TestCase(-1, 0)]
    [TestCase(5, 0)]
    [TestCase(4, 4)]
    public void Load_PositionOutside_ThrowsEH2011(int count, int next)
    {
        var file = new InMemoryCheckpoint();
        file.Write<int>("position", [4, count, next, 0]);
        Assert.That(() => new ReplayBuffer(4, 1).Load(file, ""), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2011"));
    }

    private sealed class ByteCounter : ICheckpointWriter
    {
        public long Bytes { get; private set; }

        public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged =>
            Bytes += System.Runtime.InteropServices.MemoryMarshal.AsBytes(values).Length;
    }
}
