using System.Runtime.InteropServices;
using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.Dqn.Tests;

public sealed class CheckpointTests
{
    [Test]
    public void PolicyLoad_OtherWeights_ReachTheTargetNetworkToo()
    {
        using DqnLearner source = Create(capacity: 100, seed: 1), target = Create(capacity: 100, seed: 2);
        var weights = new InMemoryCheckpoint();
        source.Policy.Save(weights);
        target.Policy.Load(weights);
        var state = new InMemoryCheckpoint();
        target.Save(state);
        foreach (string name in weights.Names)
        {
            Assert.That(Read(state, $"online.{name}"), Is.EqualTo(Read(weights, name)), name);
            Assert.That(Read(state, $"target.{name}"), Is.EqualTo(Read(weights, name)), name);
        }
    }

    [Test]
    public void Save_OneMillionTransitions_TakesLessThanASecond()
    {
        const int Transitions = 1_000_000, BytesEach = 40;
        using var learner = Create(Transitions, seed: 1);
        int[] action = [1];
        for (int i = 0; i < Transitions + 2; i++)
            learner.Observe(0, new TransitionBatch
            {
                Observations = [i, 1, 2, 3], Actions = action, Rewards = [1], NextObservations = [i + 1, 1, 2, 3], Terminated = [false], Truncated = [false],
            });
        using var stream = new MemoryStream(Transitions * 60);
        // Processor time: what else the machine does is not counted. The first time also pays for the stream's memory.
        Assert.That(Enumerable.Range(0, 10).Select(_ => TimeToSave(learner, stream)), Has.Some.LessThan(TimeSpan.FromSeconds(1)));
        Assert.That(stream.Length, Is.InRange((long)Transitions * BytesEach, (long)Transitions * 60));
    }

    private static TimeSpan TimeToSave(DqnLearner learner, MemoryStream stream)
    {
        stream.Position = 0;
        var before = Environment.CpuUsage.TotalTime;
        learner.Save(new StreamWriter(stream));
        return Environment.CpuUsage.TotalTime - before;
    }

    private static DqnLearner Create(int capacity, ulong seed)
    {
        using var environment = new CartPole(1);
        var context = new LearnerContext
        {
            Tasks = [new TaskSpec { Name = "balance", Environment = environment.Spec }],
            Copies = 1, TotalSteps = 1000, Random = new RandomStreams(seed), Networks = new EmbeddedBackend(),
        };
        return new DqnLearner(context, new DqnOptions { BufferCapacity = capacity });
    }

    private static float[] Read(InMemoryCheckpoint checkpoint, string name)
    {
        var values = new float[checkpoint.LengthOf(name)];
        checkpoint.Read<float>(name, values);
        return values;
    }

    private sealed class StreamWriter(Stream stream) : ICheckpointWriter
    {
        public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged =>
            stream.Write(MemoryMarshal.AsBytes(values));
    }
}
