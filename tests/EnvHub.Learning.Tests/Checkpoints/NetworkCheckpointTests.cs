namespace EnvHub.Learning.Tests;

public class NetworkCheckpointTests
{
    [Test]
    public void Save_PaddedMatrix_WritesItTransposedWithoutGaps()
    {
        var file = SavedFrom([1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9]);
        var weight = new float[6];
        file.Read<float>("online.head.echo.weight", weight);
        Assert.That(weight, Is.EqualTo(new float[] { 1, 4, 2, 5, 3, 6 }));
        Assert.That(file.ShapeOf("online.head.echo.weight"), Is.EqualTo(new[] { 3, 2 }));
    }

    [Test]
    public void Load_Saved_RestoresEveryParameter()
    {
        float[] parameters = [1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9];
        using var loaded = new EchoNetwork(2);
        NetworkCheckpoint.Load(loaded, SavedFrom(parameters), "online.");
        Assert.That(loaded.Parameters.ToArray(), Is.EqualTo(parameters));
    }

    [Test]
    public void Load_OneSegmentOfAnotherSize_ThrowsEH2008AndChangesNothing()
    {
        using var network = new EchoNetwork(2);
        var file = new InMemoryCheckpoint();
        file.Write<float>("head.echo.weight", [1, 2, 3, 4, 5, 6], 3, 2);
        file.Write<float>("head.echo.bias", [1, 2]);
        Assert.That(() => NetworkCheckpoint.Load(network, file), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2008"));
        Assert.That(network.Parameters.ToArray(), Is.All.Zero);
    }

    private static InMemoryCheckpoint SavedFrom(float[] parameters)
    {
        using var network = new EchoNetwork(2);
        network.Parameters.Write(parameters);
        var file = new InMemoryCheckpoint();
        NetworkCheckpoint.Save(network, file, "online.");
        return file;
    }
}
