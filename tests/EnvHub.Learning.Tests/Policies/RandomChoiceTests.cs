namespace EnvHub.Learning.Tests;

public class RandomChoiceTests
{
    [Test]
    public void Of_EverythingPossible_DrawsAsWithoutAMask()
    {
        RandomGenerator plain = new(5), masked = new(5);
        for (int i = 0; i < 200; i++) Assert.That(RandomChoice.Of(masked, 3, [true, true, true]), Is.EqualTo(RandomChoice.Of(plain, 3, [])));
        Assert.That(masked.State, Is.EqualTo(plain.State));
    }

    [Test]
    public void Of_TwoPossible_DrawsBothEquallyOften()
    {
        const int Draws = 10_000;
        var random = new RandomGenerator(6);
        var counts = new int[4];
        for (int i = 0; i < Draws; i++) counts[RandomChoice.Of(random, 4, [false, true, false, true])]++;
        Assert.That(counts[0] + counts[2], Is.Zero);
        Assert.That(counts[1], Is.EqualTo(Draws / 2).Within(4 * Math.Sqrt(Draws) / 2), "four standard deviations");
    }

    [Test]
    public void Of_NothingPossible_Refuses() => Assert.That(
        () => RandomChoice.Of(new RandomGenerator(1), 2, [false, false]), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2014"));

    [Test]
    public void ArgMax_BestIsImpossible_TakesTheFirstBestOfTheOthers()
    {
        Assert.That(Greedy.ArgMax([1, 9, 3, 3], [true, false, true, true]), Is.EqualTo(2));
        Assert.That(Greedy.ArgMax([1, 9, 3, 3], []), Is.EqualTo(1));
    }
}
