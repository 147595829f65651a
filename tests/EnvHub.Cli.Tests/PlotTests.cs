namespace EnvHub.Cli.Tests;

public sealed class PlotTests : HubFixture
{
    [Test]
    public async Task Plot_Run_DrawsAChartPerTaskAndSaysWhatArmsReach()
    {
        var compared = await RunAsync("compare", "--json");
        string run = compared.Json.GetProperty("runFolder").GetString()!;
        double[] ends = [.. (await RunAsync("plot", run, "--json")).Json.GetProperty("curves").EnumerateArray().Select(curve => curve.GetProperty("points").EnumerateArray().Last().GetProperty("mean").GetDouble())];

        var answer = await RunAsync("plot", run, "--rows", "5");

        Assert.That(answer.Code, Is.Zero, answer.ToString());
        Assert.That(answer.Output, Does.Contain("CartPole-v1: mean greedy return").And.Contain("MountainCar-v0: mean greedy return").And.Contain("a  both, 2 seeds").And.Contain("b  dqn, 2 seeds"));
        Assert.That(ends, Has.Length.EqualTo(4));
        foreach (double end in ends) Assert.That(answer.Output, Does.Contain($"seeds: {end.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} at the end"));
        Assert.That(answer.Output.Split('\n').Count(line => line.Contains('|', StringComparison.Ordinal)), Is.EqualTo(10), "5 lines per task");

        var one = await RunAsync("plot", run, "--task", "CartPole-v1");
        Assert.That(one.Output, Does.Not.Contain("MountainCar"));
        var none = await RunAsync("plot", run, "--task", "CartPole-v2");
        Assert.That((none.Code, none.Error.Contains("CartPole-v1", StringComparison.Ordinal)), Is.EqualTo((ExitCode.Usage, true)), none.ToString());
    }

    [Test]
    public async Task Compare_TwoArms_EndsWithTheirDifferences()
    {
        var answer = await RunAsync("compare", "--json");
        var rows = answer.Json.GetProperty("rows").EnumerateArray().ToDictionary(row => (row.GetProperty("arm").GetString(), row.GetProperty("task").GetString()), row => row.GetProperty("mean").GetDouble());
        foreach (var difference in answer.Json.GetProperty("differences").EnumerateArray())
        {
            string? task = difference.GetProperty("task").GetString();
            Assert.That((difference.GetProperty("arm").GetString(), difference.GetProperty("over").GetString(), difference.GetProperty("pairs").GetInt32()), Is.EqualTo(("dqn", "both", 2)));
            Assert.That(difference.GetProperty("difference").GetDouble(), Is.EqualTo(rows[("dqn", task)] - rows[("both", task)]).Within(1e-9));
        }
        Assert.That(answer.Json.GetProperty("differences").GetArrayLength(), Is.EqualTo(2));
    }
}
