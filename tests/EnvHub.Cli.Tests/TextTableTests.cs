namespace EnvHub.Cli.Tests;

public sealed class TextTableTests
{
    private const string LongArm = "multitask-fine-tune-from-the-small-network-with-frozen-trunk", LongTask = "my-laboratory/CartPoleWithAVeryLongDescription-v1/train-12";

    [Test]
    public void Lines_LongNames_StayWithinTheWidthAndKeepEveryLetter()
    {
        var table = Comparison(LongArm, LongTask);
        string[] lines = [.. table.Lines(100, static text => text)];

        Assert.That(lines.Select(line => line.Length), Is.All.AtMost(100));
        // The columns of names are the first two: their pieces, put together, are the names.
        int task = lines[0].IndexOf("task", StringComparison.Ordinal), seeds = lines[0].IndexOf("seeds", StringComparison.Ordinal);
        Assert.That(Pieces(0, task), Is.EqualTo(LongArm));
        Assert.That(Pieces(task, seeds - 1), Is.EqualTo(LongTask));

        string Pieces(int start, int end) => string.Concat(lines.Skip(1).Select(line => line.Length <= start ? "" : line[start..Math.Min(end, line.Length)].Trim()));
    }

    [Test]
    public void Lines_NamesThatFit_StandOnOneLineEach() =>
        Assert.That(Comparison("dqn", "CartPole-v1").Lines(100, static text => text), Is.EqualTo(new[]
        {
            "arm  task         seeds   mean    IQM    min   solved    steps  s/seed",
            "dqn  CartPole-v1     10  -99.9  -99.9  -99.9  8 of 10  100,000   123.4",
        }));

    [Test]
    public void Lines_ToAFile_AreNotWrapped() => Assert.That(Comparison(LongArm, LongTask).Lines(int.MaxValue, static text => text).Count(), Is.EqualTo(2));

    private static TextTable Comparison(string arm, string task)
    {
        var table = new TextTable("arm", "task", "seeds#", "mean#", "IQM#", "min#", "solved#", "steps#", "s/seed#");
        table.Add(arm, task, "10", "-99.9", "-99.9", "-99.9", "8 of 10", "100,000", "123.4");
        return table;
    }
}
