namespace EnvHub.Learning.Tests;

/// <summary>What images take, measured as memory of the process.</summary>
public class ReplayMemoryTests
{
    private const int Side = 84, Stack = 4, Pixels = Side * Side;

    private static readonly EnvironmentSpec Environment = new()
    {
        Id = EnvironmentId.Parse("Images-v0"), ObservationSpace = BoxSpace.UniformOf<byte>(0, 255, Stack, Side, Side),
        ActionSpace = new DiscreteSpace(4), StackedFrames = Stack,
    };

    // 100,000 transitions are to take 0.8 GB at most; here are as many as a test may take.
    [Test]
    public void Add_FourStackedFramesOf84_TakesEightThousandBytesATransition()
    {
        const int Transitions = 20_000, Most = 8_000;
        var replay = new ReplayBuffer(Transitions, new ObservationScaler(Environment, useConstants: true), copies: 1, waiting: 3);
        long before = WorkingSet();
        Fill(replay, Transitions + Transitions / 2);
        Assert.That(WorkingSet() - before, Is.InRange((long)Transitions * Pixels, (long)Transitions * Most));
        Assert.That(ReplayBuffer.PredictBytes(Environment, Transitions, 1, 3), Is.EqualTo(replay.FrameCount * (Pixels + 4.0) + Transitions * 44).Within(1).Percent);
    }

    [Test]
    public void Add_BufferIsFull_AllocatesNothing()
    {
        var replay = new ReplayBuffer(300, new ObservationScaler(Environment, useConstants: true));
        Fill(replay, 400);
        var (one, other) = (new float[Stack * Pixels], new float[Stack * Pixels]);
        one.AsSpan().Fill(1);
        Assert.That(AllocationMeter.Measure(() => { for (int i = 0; i < 50; i++) replay.Add(i % 2 == 0 ? one : other, 0, 0, one, 1); }), Is.Zero);
    }

    // Episodes of a thousand steps; no frame is like another.
    private static void Fill(ReplayBuffer replay, int transitions)
    {
        var window = new NStepAccumulator(3, 0.99, replay);
        float[] observation = new float[Stack * Pixels], next = new float[Stack * Pixels];
        for (int step = 0; step < transitions; step++)
        {
            observation.AsSpan(Pixels).CopyTo(next);
            for (int i = 0; i < Pixels; i++) next[(Stack - 1) * Pixels + i] = (byte)(step * 7 + i * (step % 251));
            window.Add(observation, step % 4, 1, next, step % 1000 == 999 ? EpisodeEnding.Terminated : EpisodeEnding.None);
            next.CopyTo(observation, 0);
            if (step % 1000 != 999) continue;
            for (int frame = 0; frame < Stack - 1; frame++) next.AsSpan((Stack - 1) * Pixels).CopyTo(observation.AsSpan(frame * Pixels));
        }
    }

    private static long WorkingSet()
    {
        GC.Collect();
        return System.Environment.WorkingSet;
    }
}
