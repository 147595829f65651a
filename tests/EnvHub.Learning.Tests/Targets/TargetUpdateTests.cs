namespace EnvHub.Learning.Tests;

public class TargetUpdateTests
{
    [Test]
    public void Apply_TauOne_Copies()
    {
        float[] online = [1, 2, 3], target = new float[3];
        TargetUpdate.Apply(online, target, 1);
        Assert.That(target, Is.EqualTo(online));
    }

    [Test]
    public void Apply_RepeatedSoftUpdates_ApproachesGeometrically()
    {
        const int updates = 10;
        var (online, target) = (new float[37], new float[37]);   // a length with a tail for every vector width
        Array.Fill(online, 1);
        for (int i = 0; i < updates; i++) TargetUpdate.Apply(online, target, 0.25);
        Assert.That(target, Is.All.EqualTo(1 - Math.Pow(0.75, updates)).Within(1e-6));
    }
}
