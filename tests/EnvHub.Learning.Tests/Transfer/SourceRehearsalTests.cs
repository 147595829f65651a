namespace EnvHub.Learning.Tests;

public class SourceRehearsalTests
{
    private const float Reward = 0.5f, Discount = 0.9f;
    private static readonly float[] Observation = [0.3f, -0.2f], Next = [0.1f, 0.4f];
    private static readonly TaskSpec Known = HandMade.Task("source", 2, 2), Task = HandMade.Task("target", 2, 3);

    // The replay holds one transition, so every batch is that one and its gradient can be computed beside.
    [Test]
    public void AddGradients_SharedTrunk_IsTheTargetsGradientAndTheSourcesTimesItsWeight()
    {
        using INetwork source = HandMade.Network([4, 3], false, 2, Known), network = HandMade.Network([4, 3], false, 1, Task);
        var origin = new SourceTask(Source(source), 0);
        var manifest = WeightTransfer.Apply(network, [origin], new(2, HeadStart.Keep));
        using var rehearsal = new SourceRehearsal(HandMade.Context(Task), origin, manifest, Options, weight: 0.25);
        network.Gradients.Span().Fill(0.125f);
        double loss = rehearsal.AddGradients(network);
        double own = SourceLoss(source);
        Assert.That(loss, Is.EqualTo(0.25 * own).Within(1e-6));
        foreach (var segment in network.Segments)
        {
            var same = source.Segments.FirstOrDefault(item => item.Name == segment.Name);   // the trunk; heads are named after tasks
            for (int row = 0; row < segment.Rows; row++)
                for (int column = 0; column < segment.Columns; column++)
                {
                    int at = row * segment.Stride + column;
                    float expected = 0.125f + (same is null ? 0 : 0.25f * source.Gradients.Span()[same.Offset + at]);
                    Assert.That(network.Gradients.Span()[segment.Offset + at], Is.EqualTo(expected).Within(1e-6), segment.Name);
                }
        }
    }

    [Test]
    public void Apply_AfterAnUpdate_MovesTheSourcesHeadAndNotTheTargetsNetwork()
    {
        using INetwork source = HandMade.Network([4, 3], false, 2, Known), network = HandMade.Network([4, 3], false, 1, Task);
        var origin = new SourceTask(Source(source), 0);
        var manifest = WeightTransfer.Apply(network, [origin], new(2, HeadStart.Keep));
        using var rehearsal = new SourceRehearsal(HandMade.Context(Task), origin, manifest, Options, weight: 1);
        float[] before = network.Parameters.ToArray();
        network.Gradients.Clear();
        double first = rehearsal.AddGradients(network);
        rehearsal.Apply(0.01f);
        Assert.That(rehearsal.AddGradients(network), Is.LessThan(first));
        Assert.That(network.Parameters.ToArray(), Is.EqualTo(before));
    }

    [Test]
    public void Constructor_StateWithoutReplay_Refuses()
    {
        using var source = HandMade.Network([4, 3], false, 2, Known);
        var origin = new SourceTask(HandMade.Source(source, 0, Known), 0);
        Assert.That(() => new SourceRehearsal(HandMade.Context(Task), origin, [], Options, 1),
            Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2103"));
    }

    private static QLearningOptions Options { get; } = new() { BatchSize = 4, Network = new() { Hidden = [4, 3], LayerNorm = false } };

    private static LearnerSource Source(INetwork network)
    {
        var replay = new ReplayBuffer(10, 2);
        replay.Add(Observation, 1, Reward, Next, Discount);
        var state = new MemoryCheckpoint();
        replay.Save(state, "task.source.replay.");
        return HandMade.Source(network, 0, Known) with { OpenState = () => state };
    }

    // Huber loss of Q(s, 1) against R + d·Q(s', argmax Q(s', ·)), and its gradient: target and online network are equal here.
    private static double SourceLoss(INetwork source)
    {
        float[] values = new float[2], next = new float[2];
        source.Forward(0, Next, next);
        source.Forward(0, Observation, values);
        float error = values[1] - (Reward + Discount * next.Max());
        source.Gradients.Clear();
        source.Backward(0, [0, Math.Clamp(error, -1, 1)]);
        return Math.Abs(error) <= 1 ? 0.5 * error * error : Math.Abs(error) - 0.5;
    }
}
