namespace EnvHub.Learning.Tests;

public class ObservationScalerTests
{
    [Test]
    public void Scale_ConstantsAndTwoRows_SubtractsOffsetAndDivides()
    {
        var scaler = new ObservationScaler(Environment(BoxSpace.Uniform(-9, 9, 2), new([1, -1], [2, 4])), useConstants: true);
        var scaled = new float[4];
        scaler.Scale([3, 3, 1, -1], scaled);
        Assert.That(scaled, Is.EqualTo(new float[] { 1, 1, 0, 0 }));
    }

    [Test]
    public void Scale_ConstantsUnused_PassesThrough()
    {
        var scaler = new ObservationScaler(Environment(BoxSpace.Uniform(-9, 9, 2), new([1, -1], [2, 4])), useConstants: false);
        var scaled = new float[2];
        scaler.Scale([3, 3], scaled);
        Assert.That(scaled, Is.EqualTo(new float[] { 3, 3 }));
    }

    [Test]
    public void Scale_Discrete_IsOneHot()
    {
        var scaler = new ObservationScaler(Environment(new DiscreteSpace(3, start: 5), null), useConstants: true);
        var scaled = new float[6];
        scaler.Scale([6, 5], scaled);
        Assert.That(scaled, Is.EqualTo(new float[] { 0, 1, 0, 1, 0, 0 }));
    }

    [TestCase(new float[] { 0 }, new float[] { 1 })]
    [TestCase(new float[] { 0, 0 }, new float[] { 1, 0 })]
    [TestCase(new float[] { 0, float.NaN }, new float[] { 1, 1 })]
    public void New_FaultyConstants_ThrowsEH2009(float[] offset, float[] scale)
    {
        var environment = Environment(BoxSpace.Uniform(-9, 9, 2), new(offset, scale));
        Assert.That(() => new ObservationScaler(environment, useConstants: true), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2009"));
    }

    private static EnvironmentSpec Environment(Space observations, ObservationScaling? scaling) => new()
    {
        Id = EnvironmentId.Parse("Test"), ObservationSpace = observations, ActionSpace = new DiscreteSpace(2), ObservationScaling = scaling,
    };
}
