namespace EnvHub.Learning.Tests;

public class SumTreeTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(13)]
    [TestCase(64)]
    public void Find_AnyMass_IsThePlaceWhereTheRunningSumExceedsIt(int count)
    {
        var random = new RandomGenerator(3);
        var tree = new SumTree(count);
        double[] numbers = new double[count];
        for (int round = 0; round < 300; round++)
        {
            int place = (int)random.Integers(count);
            // Whole numbers add up without rounding; some are 0.
            tree[place] = numbers[place] = random.Integers(6);
            Assert.That(tree.Total, Is.EqualTo(numbers.Sum()));
            if (tree.Total == 0) continue;
            double mass = random.NextDouble() * tree.Total, sum = 0;
            int expected = Enumerable.Range(0, count).First(i => (sum += numbers[i]) > mass);
            Assert.That(tree.Find(mass), Is.EqualTo(expected));
        }
    }

    [Test]
    public void Find_MassesAtTheEdges_NeverGiveAPlaceOfNothing()
    {
        var tree = new SumTree(5);
        (tree[1], tree[3]) = (0.1, 0.2);
        Assert.That(new[] { 0, 0.05, 0.1, 0.29, tree.Total, 2 * tree.Total }.Select(tree.Find), Is.EqualTo(new[] { 1, 1, 3, 3, 3, 3 }));
    }

    [Test]
    public void Clear_LeavesNothing()
    {
        var tree = new SumTree(3) { [2] = 4 };
        tree.Clear();
        Assert.That((tree.Total, tree[2]), Is.EqualTo((0.0, 0.0)));
    }

    [TestCase(-1)]
    [TestCase(double.NaN)]
    public void Set_NoPriority_IsRefused(double value) => Assert.That(() => new SumTree(2) { [0] = value }, Throws.TypeOf<ArgumentOutOfRangeException>());
}
