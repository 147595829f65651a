using EnvHub.Contracts;
using EnvHub.TestKit;

namespace EnvHub.Networks.Tests;

public class SoftUpdateTests
{
    [Test]
    public void Interpolate_TauOne_Copies()
    {
        var backend = new EmbeddedBackend();
        using ParameterVector online = backend.VectorOf(1, 2, 3), target = backend.CreateVector(3);
        target.Interpolate(online, 1);
        Assert.That(target.ToArray(), Is.EqualTo(online.ToArray()));
    }

    [Test]
    public void Interpolate_RepeatedSoftUpdates_ApproachesGeometrically()
    {
        const int updates = 10;
        var backend = new EmbeddedBackend();
        using ParameterVector online = backend.CreateVector(37), target = backend.CreateVector(37);   // a length with a tail for every vector width
        online.Span().Fill(1);
        for (int i = 0; i < updates; i++) target.Interpolate(online, 0.25);
        Assert.That(target.ToArray(), Is.All.EqualTo(1 - Math.Pow(0.75, updates)).Within(1e-6));
    }
}
