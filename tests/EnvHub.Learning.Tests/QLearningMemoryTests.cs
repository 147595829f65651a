namespace EnvHub.Learning.Tests;

public sealed class QLearningMemoryTests
{
    private static readonly TaskSpec Task = new()
    {
        Name = "task",
        Environment = new EnvironmentSpec { Id = EnvironmentId.Parse("Any-v0"), ObservationSpace = BoxSpace.Uniform(-1, 1, 4), ActionSpace = new DiscreteSpace(2) },
    };

    [Test]
    public void Predict_Perceptron_CountsWeightsGradientsAndMoments()
    {
        var options = new QLearningOptions { BatchSize = 32, Network = new() { Hidden = [20, 10], LayerNorm = false } };
        var parts = QLearningMemory.Predict(new([Task], Copies: 1, Steps: 1000), options).ToDictionary(part => part.Name, part => part.Bytes);

        const long Parameters = (4 * 20 + 20) + (20 * 10 + 10) + (10 * 2 + 2);
        // Two networks' weights, one's gradients, two moments; floats of four bytes.
        Assert.That(parts["networks"], Is.EqualTo(5 * 4 * Parameters));
        Assert.That(parts["batches"], Is.EqualTo(2 * 32 * 4 * 4));
        Assert.That(parts["replay of task"], Is.EqualTo(ReplayBuffer.PredictBytes(Task.Environment, 1000, 1, options.NStep)));
    }

    [TestCase(100, 100)]
    [TestCase(100_000, 5_000)]
    public void Predict_Replay_IsOfTheCapacityOrOfFewerSteps(long steps, int held)
    {
        var options = new QLearningOptions { BufferCapacity = 5_000 };
        Assert.That(QLearningMemory.Predict(new([Task], Copies: 1, steps), options)[0].Bytes, Is.EqualTo(ReplayBuffer.PredictBytes(Task.Environment, held, 1, options.NStep)));
    }

    [Test]
    public void Predict_MoreTasks_HaveAReplayEach()
    {
        var parts = QLearningMemory.Predict(new([Task, Task with { Name = "other" }], Copies: 1, Steps: 10), new QLearningOptions());
        Assert.That(parts.Count(part => part.Name.StartsWith("replay of ", StringComparison.Ordinal)), Is.EqualTo(2));
    }
}
