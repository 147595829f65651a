namespace EnvHub.Contracts.Tests;

public sealed class ParameterSegmentTests
{
    [TestCase("trunk.0.weight", true)]
    [TestCase("encoder.CartPole-v1.weight", true)]
    [TestCase("head.norm.weight", true)]
    [TestCase("head.a.norm.weight", true)]
    [TestCase("trunk.0.norm.weight", false)]
    [TestCase("trunk.0.bias", false)]
    public void IsMatrix_Name_TellsWeightsFromVectors(string name, bool isMatrix) =>
        Assert.That(new ParameterSegment(name, Offset: 0, Rows: 1, Columns: 3, Stride: 16).IsMatrix, Is.EqualTo(isMatrix));
}
