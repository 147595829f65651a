namespace EnvHub.Learning.Tests;

public class StartingPointPenaltyTests
{
    private static readonly TaskSpec Task = HandMade.Task("two", 2, 2);

    [Test]
    public void AddGradients_MovedWeights_IsTheSlopeOfTheValue()
    {
        using INetwork source = HandMade.Network([3], false, 2, Task), network = HandMade.Network([3], false, 1, Task);
        var manifest = WeightTransfer.Apply(network, [new(HandMade.Source(source, 0, Task), 0)], new(1, HeadStart.New));
        var penalty = new StartingPointPenalty(network, manifest, copied: 0.7, fresh: 0.2);
        var random = new RandomGenerator(3);
        foreach (var segment in network.Segments)
            for (int row = 0; row < segment.Rows; row++)
                for (int column = 0; column < segment.Columns; column++)
                    network.Parameters.Span()[segment.Offset + row * segment.Stride + column] += (float)random.Uniform(-1, 1);
        network.Gradients.Span().Fill(0.5f);
        penalty.AddGradients();
        for (int i = 0; i < network.Parameters.Length; i++)
        {
            // The value is quadratic: a central difference is its slope but for rounding.
            float weight = network.Parameters.Span()[i];
            network.Parameters.Span()[i] = weight + 0.25f;
            double above = penalty.Value();
            network.Parameters.Span()[i] = weight - 0.25f;
            double below = penalty.Value();
            network.Parameters.Span()[i] = weight;
            Assert.That(network.Gradients.Span()[i] - 0.5, Is.EqualTo((above - below) / 0.5).Within(1e-5));
        }
    }

    [Test]
    public void Value_AtTheStart_CountsNewWeightsAlone()
    {
        using INetwork source = HandMade.Network([3], false, 2, Task), network = HandMade.Network([3], false, 1, Task);
        var manifest = WeightTransfer.Apply(network, [new(HandMade.Source(source, 0, Task), 0)], new(1, HeadStart.New));
        double squares = new[] { "head.two.weight", "head.two.bias" }.SelectMany(name => HandMade.Values(network, name)).Sum(value => (double)value * value);
        Assert.That(new StartingPointPenalty(network, manifest, 1, 0.3).Value(), Is.EqualTo(0.15 * squares).Within(1e-7));
    }
}
