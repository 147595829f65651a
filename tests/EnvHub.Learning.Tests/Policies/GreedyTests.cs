namespace EnvHub.Learning.Tests;

public class GreedyTests
{
    [TestCase(new float[] { 1, 3, 2 }, 1)]
    [TestCase(new float[] { 2, 2, 1 }, 0)]
    [TestCase(new float[] { -5 }, 0)]
    public void ArgMax_Values_IsTheFirstHighest(float[] values, int expected) => Assert.That(Greedy.ArgMax(values), Is.EqualTo(expected));
}
