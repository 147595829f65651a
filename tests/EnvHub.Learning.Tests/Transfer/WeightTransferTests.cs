namespace EnvHub.Learning.Tests;

public class WeightTransferTests
{
    private static readonly TaskSpec Two = HandMade.Task("two", 2, 2), Three = HandMade.Task("three", 3, 3);

    // 2 inputs, 2 units, 2 actions, written as files hold them: [outputs, inputs].
    private static readonly float[] First = [1, 2, 3, 4], FirstBias = [5, 6], Head = [7, 8, 9, 10], HeadBias = [11, 12];

    [Test]
    public void Apply_All_TheTargetComputesWhatTheSourceComputed()
    {
        using var network = HandMade.Network([2], false, 1, HandMade.Task("other", 2, 2));
        var manifest = WeightTransfer.Apply(network, [Source()], new(1, HeadStart.Keep));
        var values = new float[2];
        network.Forward(0, [1, 1], values);
        // Units: max(0, 1+2+5) = 8 and max(0, 3+4+6) = 13; outputs 7·8 + 8·13 + 11 and 9·8 + 10·13 + 12.
        Assert.That(values, Is.EqualTo(new float[] { 171, 214 }));
        Assert.That(manifest.Select(line => line.ToString()), Is.EqualTo(new[]
        {
            "copied trunk.0.weight [2, 2] from pretrain/two", "copied trunk.0.bias [2] from pretrain/two",
            "copied head.other.weight [2, 2] from pretrain/two", "copied head.other.bias [2] from pretrain/two",
        }));
    }

    [Test]
    public void Apply_NewHead_LeavesTheHeadAsDrawn()
    {
        using var network = HandMade.Network([2], false, 1, Two);
        float[] drawn = HandMade.Values(network, "head.two.weight");
        var manifest = WeightTransfer.Apply(network, [Source()], new(1, HeadStart.New));
        Assert.That(HandMade.Values(network, "trunk.0.weight"), Is.EqualTo(First));
        Assert.That(HandMade.Values(network, "head.two.weight"), Is.EqualTo(drawn));
        Assert.That(manifest[^1].ToString(), Is.EqualTo("new head.two.bias [2]"));
    }

    [Test]
    public void Apply_FirstLayerAlone_LeavesTheRestAsDrawn()
    {
        using var source = HandMade.Network([4, 3], true, 2, Two);
        using var network = HandMade.Network([4, 3], true, 1, Two);
        float[] drawn = HandMade.Values(network, "trunk.1.weight");
        var manifest = WeightTransfer.Apply(network, [new(HandMade.Source(source, 0, Two), 0)], new(1, HeadStart.New));
        Assert.That(HandMade.Values(network, "trunk.0.weight"), Is.EqualTo(HandMade.Values(source, "trunk.0.weight")));
        Assert.That(HandMade.Values(network, "trunk.1.weight"), Is.EqualTo(drawn));
        Assert.That(manifest.Where(line => line.Origin == SegmentOrigin.Copied).Select(line => line.Role.Path),
            Is.EqualTo(new[] { "trunk.0.weight", "trunk.0.bias", "trunk.0.norm.weight", "trunk.0.norm.bias" }));
    }

    [Test]
    public void Apply_Maps_ChooseRowsAndColumns()
    {
        using var network = HandMade.Network([2], false, 1, Three);
        float[] drawn = HandMade.Values(network, "head.three.weight");
        WeightTransfer.Apply(network, [Source()], new(1, HeadStart.Keep, ObservationMap: [1, -1, 0], ActionMap: [1, 0, -1]));
        Assert.That(HandMade.Values(network, "trunk.0.weight"), Is.EqualTo(new float[] { 2, 0, 1, 4, 0, 3 }));
        Assert.That(HandMade.Values(network, "trunk.0.bias"), Is.EqualTo(FirstBias));
        Assert.That(HandMade.Values(network, "head.three.weight"), Is.EqualTo(new[] { 9, 10, 7, 8, drawn[4], drawn[5] }));
        Assert.That(HandMade.Values(network, "head.three.bias")[..2], Is.EqualTo(new float[] { 12, 11 }));
    }

    [Test]
    public void Apply_OtherCountsWithoutMaps_BeginsFirstLayerAndHeadAnew()
    {
        using var network = HandMade.Network([2], false, 1, Three);
        var manifest = WeightTransfer.Apply(network, [Source()], new(1, HeadStart.Keep));
        Assert.That(manifest.Select(line => line.Origin), Is.All.EqualTo(SegmentOrigin.New));
    }

    [Test]
    public void Apply_SourceOfSeveralTasks_TakesTheTasksEncoder()
    {
        using var source = HandMade.Network([4], false, 2, Two, Three);
        using var network = HandMade.Network([4], false, 1, Three);
        WeightTransfer.Apply(network, [new(HandMade.Source(source, 0, Two, Three), 1)], new(1, HeadStart.Keep));
        Assert.That(HandMade.Values(network, "trunk.0.weight"), Is.EqualTo(HandMade.Values(source, "encoder.three.weight")));
        Assert.That(HandMade.Values(network, "head.three.bias"), Is.EqualTo(HandMade.Values(source, "head.three.bias")));
    }

    [Test]
    public void Apply_SourceWithPaddedInputs_ComputesTheSame()
    {
        using var source = HandMade.Backend.Create(
            new QNetworkOptions { Hidden = [4], Inputs = InputSharing.PaddedOneHot }.ToSpec([Two, Three]), new RandomGenerator(2));
        using var network = HandMade.Network([4], true, 1, Two);
        WeightTransfer.Apply(network, [new(HandMade.Source(source, 0, Two, Three), 0)], new(1, HeadStart.Keep));
        float[] expected = new float[2], found = new float[2];
        source.Forward(0, [0.3f, -0.7f], expected);
        network.Forward(0, [0.3f, -0.7f], found);
        Assert.That(found, Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void Apply_OtherUnits_RefusesAndChangesNothing()
    {
        using var network = HandMade.Network([3], false, 1, Two);
        float[] before = network.Parameters.ToArray();
        Assert.That(() => WeightTransfer.Apply(network, [Source()], new(1, HeadStart.Keep)),
            Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2101"));
        Assert.That(network.Parameters.ToArray(), Is.EqualTo(before));
    }

    [Test]
    public void Apply_NormOnOneSideAlone_Refuses()
    {
        using var network = HandMade.Network([2], true, 1, Two);
        Assert.That(() => WeightTransfer.Apply(network, [Source()], new(1, HeadStart.Keep)),
            Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2102"));
    }

    [Test]
    public void SourceTask_WeightsOfAnotherKind_Refuses() => Assert.That(
        () => new SourceTask(HandMade.Source(new MemoryCheckpoint(), 0, Two), 0), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2100"));

    private static SourceTask Source()
    {
        var weights = new MemoryCheckpoint();
        weights.Write<float>("trunk.0.weight", First, 2, 2);
        weights.Write<float>("trunk.0.bias", FirstBias);
        weights.Write<float>("head.two.weight", Head, 2, 2);
        weights.Write<float>("head.two.bias", HeadBias);
        return new(HandMade.Source(weights, 0, Two), 0);
    }
}
