namespace EnvHub.Learning.Tests;

/// <summary>Random episodes of several copies through a task's n-step windows and buffer, beside a plain list of transitions.</summary>
public class ObservationStreamTests
{
    private const int Capacity = 40, Copies = 3, NStep = 3;
    private const double Discount = 0.9;

    [TestCaseSource(typeof(StreamCase), nameof(StreamCase.All))]
    public void Sample_RandomEpisodes_AreThoseOfAPlainList(StreamCase kind)
    {
        var stream = new Stream(kind);
        for (int round = 0; round < 100; round++)
        {
            stream.Step(stream.Learner);
            if (round % 10 == 9) stream.CompareSample(stream.Learner);
        }
        Assert.That(stream.Kept, Has.Count.GreaterThan(4 * Capacity));
    }

    [TestCaseSource(typeof(StreamCase), nameof(StreamCase.All))]
    public void Load_MidwayThroughEpisodes_GoesOnToTheSameBits(StreamCase kind)
    {
        var stream = new Stream(kind);
        for (int round = 0; round < 50; round++) stream.Step(stream.Learner);
        var (file, loaded) = (new InMemoryCheckpoint(), stream.CreateLearner());
        stream.Learner.Save(file);
        loaded.Load(file);
        for (int round = 0; round < 30; round++) stream.Step(stream.Learner, loaded);
        stream.CompareSample(stream.Learner);
        loaded.Sample();
        InMemoryCheckpoint one = new(), other = new();
        stream.Learner.Save(one);
        loaded.Save(other);
        Assert.That(one.DifferencesFrom(other), Is.Empty);
    }

    private sealed class Stream
    {
        private readonly StreamCase _kind;
        private readonly TaskSpec _task;
        private readonly StreamReference[] _copies;
        private readonly RandomGenerator _sampling;

        public Stream(StreamCase kind)
        {
            (_kind, _task) = (kind, new() { Name = "stream", Environment = kind.Environment });
            _copies = [.. Enumerable.Range(0, Copies).Select(copy => new StreamReference(kind, (ulong)copy))];
            _sampling = Context().Random.Scope("replay").Generator(_task.Name);
            Learner = CreateLearner();
        }

        public TaskLearner Learner { get; }

        public List<StreamReference.Kept> Kept { get; } = [];

        public TaskLearner CreateLearner() => new(Context(), 0, new TestOptions
        {
            NStep = NStep, Discount = Discount, BufferCapacity = Capacity, BatchSize = 16, NormalizeReturns = false, Network = new() { ChannelsFirst = _kind.ChannelsFirst },
        });

        public void Step(params ReadOnlySpan<TaskLearner> learners)
        {
            StreamReference.Step[] steps = [.. _copies.Select(copy => copy.Next(NStep, Discount, Kept))];
            foreach (var learner in learners)
                learner.Observe(new TransitionBatch
                {
                    Observations = steps.SelectMany(step => step.Observation).ToArray(),
                    Actions = steps.Select(step => step.Action).ToArray(),
                    Rewards = steps.Select(step => step.Reward).ToArray(),
                    NextObservations = steps.SelectMany(step => step.Next).ToArray(),
                    Terminated = steps.Select(step => step.Terminated).ToArray(),
                    Truncated = steps.Select(step => step.Truncated).ToArray(),
                    NextActionMasks = steps.SelectMany(step => step.NextMask).ToArray(),
                });
        }

        public void CompareSample(TaskLearner learner)
        {
            var batch = learner.Sample();
            int size = batch.Observations.Length / batch.Count, held = Math.Min(Kept.Count, Capacity);
            for (int i = 0; i < batch.Count; i++)
            {
                int row = (int)_sampling.Integers(held);
                var kept = Kept[Kept.Count - held + Mod(row - (Kept.Count <= Capacity ? 0 : Kept.Count), Capacity)];
                Assert.That(batch.Observations.Slice(i * size, size).ToArray(), Is.EqualTo(_kind.Expected(kept.Observation)));
                Assert.That(batch.NextObservations.Slice(i * size, size).ToArray(), Is.EqualTo(_kind.Expected(kept.Next)));
                Assert.That((batch.Actions[i], batch.Rewards[i], batch.Discounts[i]), Is.EqualTo((kept.Action, kept.Reward, kept.Discount)));
                Assert.That(batch.NextActionMasks.Slice(i * 3, 3).ToArray(), Is.EqualTo(kept.NextMask));
            }
        }

        // The ring's place of the oldest transition is where the next one goes.
        private static int Mod(int value, int divisor) => (value % divisor + divisor) % divisor;

        private LearnerContext Context() => Distilled.Context(_task, Copies);
    }

    private sealed record TestOptions : QLearningOptions;
}
