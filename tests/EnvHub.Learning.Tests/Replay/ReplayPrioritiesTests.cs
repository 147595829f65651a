namespace EnvHub.Learning.Tests;

public class ReplayPrioritiesTests
{
    private static readonly PrioritizedReplayOptions Options = new() { Exponent = 0.5, Correction = 0.4, Floor = 1e-9 };

    // Errors 1, 4 and 9 with α = ½ are the priorities 1, 2 and 3: three equal shares of 6 hold 0-2, 2-4, 4-6.
    [Test]
    public void Sample_KnownErrors_WeighsByChance()
    {
        var (replay, batch) = Filled(3, rows: 3);
        Learn(replay, batch, [1, 4, 9]);
        replay.Sample(new RandomGenerator(1), batch, progress: 0.5);
        // β half way from 0.4 to 1.
        double[] chances = [1 / 6.0, 2 / 6.0, 3 / 6.0];
        double[] raw = [.. batch.Actions.ToArray().Select(action => Math.Pow(3 * chances[action], -0.7))];
        Assert.That(batch.Weights.ToArray(), Is.EqualTo(raw.Select(weight => weight / raw.Max())).Within(1e-6));
    }

    // 30,000 draws: standard error below 0.003.
    [Test]
    public void Sample_Often_FollowsThePriorities()
    {
        var (replay, batch) = Filled(3, rows: 3);
        Learn(replay, batch, [1, 4, 9]);
        var random = new RandomGenerator(2);
        int[] counts = new int[3];
        for (int i = 0; i < 10_000; i++)
        {
            replay.Sample(random, batch);
            foreach (int action in batch.Actions) counts[action]++;
        }
        Assert.That(counts.Select(count => count / 30_000.0), Is.EqualTo(new[] { 1 / 6.0, 2 / 6.0, 3 / 6.0 }).Within(0.012));
    }

    [Test]
    public void Add_NewTransition_ComesWithTheLargestPriority()
    {
        var (replay, batch) = Filled(3, rows: 3);
        Learn(replay, batch, [1, 4, 9]);
        // Over the oldest: the priorities are 3, 2 and 3.
        replay.Add([0], 3, 0, [0], 0);
        var random = new RandomGenerator(3);
        int[] counts = new int[4];
        for (int i = 0; i < 10_000; i++)
        {
            replay.Sample(random, batch);
            foreach (int action in batch.Actions) counts[action]++;
        }
        Assert.That(counts.Select(count => count / 30_000.0), Is.EqualTo(new[] { 0, 2 / 8.0, 3 / 8.0, 3 / 8.0 }).Within(0.012));
    }

    [Test]
    public void Load_Saved_DrawsTheSame()
    {
        var (replay, batch) = Filled(7, rows: 4);
        for (int i = 0; i < 5; i++)
        {
            replay.Sample(new RandomGenerator((ulong)i), batch);
            batch.Prioritize(new float[4 * 7], [i, 2, 0.5f, -3]);
        }
        var file = new InMemoryCheckpoint();
        replay.Save(file, "");
        var loaded = Buffer(7);
        loaded.Load(file, "");
        var other = new ReplayBatch(4, 1, isPrioritized: true);
        replay.Sample(new RandomGenerator(9), batch);
        loaded.Sample(new RandomGenerator(9), other);
        Assert.That((other.Actions.ToArray(), other.Weights.ToArray()), Is.EqualTo((batch.Actions.ToArray(), batch.Weights.ToArray())));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Load_DamagedPriority_ThrowsEH2025AndKeepsWhatItHas(double priority)
    {
        var (replay, _) = Filled(2, rows: 1);
        var file = new InMemoryCheckpoint();
        replay.Save(file, "");
        var (loaded, batch) = Filled(2, rows: 1);
        Assert.That(() => loaded.Load(new OtherPriority(file, priority), ""), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2025"));
        Assert.That(() => loaded.Sample(new RandomGenerator(1), batch), Throws.Nothing);
    }

    [Test]
    public void Prioritize_NotFinite_KeepsThePriority()
    {
        var (replay, batch) = Filled(3, rows: 3);
        replay.Sample(new RandomGenerator(1), batch);
        batch.Prioritize(new float[9], [float.NaN, float.PositiveInfinity, float.NaN]);
        Assert.That(() => replay.Sample(new RandomGenerator(1), batch), Throws.Nothing);
        Assert.That(batch.Weights.ToArray(), Has.All.EqualTo(1));
    }

    // Gradient and loss of each row by its weight, the rows being known without.
    [TestCase(true)]
    [TestCase(false)]
    public void Loss_Weights_CountEachRow(bool isHuber)
    {
        float[] values = [0.5f, 2, -1, 3, 0.25f, 0], targets = [1, -1, 0.2f], weights = [0.25f, 1, 0.5f];
        int[] actions = [0, 1, 0];
        double expected = 0;
        float[] gradients = new float[6];
        for (int row = 0; row < 3; row++)
        {
            double error = values[2 * row + actions[row]] - targets[row];
            expected += weights[row] * (isHuber ? Math.Abs(error) <= 1 ? 0.5 * error * error : Math.Abs(error) - 0.5 : error * error) / 3;
            gradients[2 * row + actions[row]] = (float)(weights[row] * (isHuber ? Math.Clamp(error, -1, 1) : 2 * error) / 3);
        }
        var loss = isHuber ? QLoss.Huber(values, actions, targets, 1, weights) : QLoss.Mse(values, actions, targets, weights);
        Assert.That(loss.Loss, Is.EqualTo(expected).Within(1e-6));
        Assert.That(values, Is.EqualTo(gradients).Within(1e-6));
    }

    private sealed class OtherPriority(InMemoryCheckpoint whole, double priority) : ICheckpointReader
    {
        public IReadOnlyCollection<string> Names => whole.Names;

        public int LengthOf(string name) => whole.LengthOf(name);

        public void Read<T>(string name, Span<T> values) where T : unmanaged
        {
            whole.Read(name, values);
            if (name == "priorities") values[1] = (T)(object)priority;
        }
    }

    // A batch holds each transition, told by its action, once: that of each share.
    private static void Learn(ReplayBuffer replay, ReplayBatch batch, float[] errors)
    {
        replay.Sample(new RandomGenerator(1), batch);
        Assert.That(batch.Actions.ToArray(), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(batch.Weights.ToArray(), Has.All.EqualTo(1));
        float[] values = new float[9];
        for (int row = 0; row < 3; row++) values[row * 3 + row] = 10 + errors[row];
        batch.Prioritize(values, [10, 10, 10]);
    }

    private static (ReplayBuffer Replay, ReplayBatch Batch) Filled(int count, int rows)
    {
        var replay = Buffer(count);
        for (int action = 0; action < count; action++) replay.Add([action], action, 0, [action], 0);
        return (replay, new(rows, 1, isPrioritized: true));
    }

    private static ReplayBuffer Buffer(int capacity) => new(capacity, 1, Options);
}
