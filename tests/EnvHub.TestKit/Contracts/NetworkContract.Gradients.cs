using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <content>Gradients, against finite differences of the double-precision reference.</content>
public abstract partial class NetworkContract
{
    private const int Batch = 6;

    [TestCaseSource(nameof(Specs))]
    public void Backward_AnyHead_MatchesFiniteDifferences(NetworkSpec spec)
    {
        using var network = Perturbed(spec);
        ReferenceNetwork reference = new(network);
        for (int head = 0; head < spec.Heads.Count; head++)
        {
            var (inputs, slopes) = Run(network, head);
            double[] expected = [.. Enumerable.Range(0, reference.Parameters.Length).Select(i => reference.Slope(head, inputs, slopes, i))];
            Assert.That(network.InFileOrder(network.Gradients), Is.EqualTo(expected).Within(Tolerance * Math.Max(1, expected.Max(Math.Abs) / 10)), $"head {head}");
            // Gaps of the layout, if there are any, stay zero.
            Assert.That(network.Gradients.SumOfSquares(), Is.EqualTo(network.InFileOrder(network.Gradients).Sum(value => (double)value * value)).Within(1e-4).Percent);
        }
    }

    [TestCaseSource(nameof(Specs))]
    public void Backward_Twice_Adds(NetworkSpec spec)
    {
        using var network = Perturbed(spec);
        var (_, slopes) = Run(network, head: 0);
        float[] once = network.Gradients.ToArray();
        network.Backward(0, slopes);
        Assert.That(network.Gradients.ToArray(), Is.EqualTo(once.Select(value => 2 * value)).Within(Tolerance * Math.Max(1, once.Max(Math.Abs) / 10)));
    }

    [TestCaseSource(nameof(Specs))]
    public void Backward_AfterALargerBatch_CountsTheLastBatchAlone(NetworkSpec spec)
    {
        using INetwork fresh = Perturbed(spec), used = Perturbed(spec);
        Outputs(used, 0, Draw(40 * spec.Heads[0].InputSize, Seed + 3));
        Run(fresh, head: 0);
        Run(used, head: 0);
        Assert.That(used.Gradients.ToArray(), Is.EqualTo(fresh.Gradients.ToArray()));
    }

    [TestCaseSource(nameof(Specs))]
    public void Backward_AnyHead_LeavesTheOtherHeadsAlone(NetworkSpec spec)
    {
        using var network = Perturbed(spec);
        Run(network, head: 0);
        foreach (var segment in network.Segments)
            if (spec.Heads.Skip(1).Any(head => segment.Name.StartsWith($"head.{head.Name}.", StringComparison.Ordinal)))
                Assert.That(network.Gradients.Part(segment).ToArray(), Is.All.Zero, segment.Name);
    }

    [Test]
    public void Backward_BeforeForward_Throws()
    {
        using var network = Create(OneHead);
        Assert.That(() => network.Backward(0, new float[2]), Throws.InstanceOf<HubException>());
    }

    [Test]
    public void Backward_AfterAnotherHeadsForward_Throws()
    {
        using var network = Create(OneHead with { Heads = [new("first", 4, 2), new("second", 4, 2)] });
        Outputs(network, 1, new float[4]);
        Assert.That(() => network.Backward(0, new float[2]), Throws.InstanceOf<HubException>());
    }

    [Test]
    public void Backward_OtherLengthThanTheBatch_Throws()
    {
        using var network = Create(OneHead);
        Outputs(network, 0, new float[8]);
        Assert.That(() => network.Backward(0, new float[2]), Throws.InstanceOf<HubException>());
    }

    // One forward and one backward pass with cleared gradients.
    private static (float[] Inputs, float[] Slopes) Run(INetwork network, int head)
    {
        var spec = network.Spec.Heads[head];
        float[] inputs = Draw(Batch * spec.InputSize, Seed + 5), slopes = Draw(Batch * spec.OutputSize, Seed + 6);
        network.Gradients.Clear();
        Outputs(network, head, inputs);
        network.Backward(head, slopes);
        return (inputs, slopes);
    }
}
