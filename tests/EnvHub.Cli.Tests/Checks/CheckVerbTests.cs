using System.Text.Json;
using EnvHub.TestKit;

namespace EnvHub.Cli.Tests;

public sealed class CheckVerbTests : HubFixture
{
    [Test]
    public async Task Check_EveryShippedEnvironment_HasNoErrors()
    {
        var list = await RunAsync("list", "environments", "--json");
        var faults = new List<string>();
        foreach (string id in list.Json.EnumerateArray().Select(environment => environment.GetProperty("id").GetString()!))
        {
            var answer = await RunAsync("check", id, "--seeds", "1", "--steps", "300", "--json");
            if (answer.Code != ExitCode.Ok || !answer.Json.GetProperty("clean").GetBoolean()) faults.Add(answer.ToString());
        }

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task Check_PythonsEnvironment_GoesToPython()
    {
        Assume.That(RealPython.WithGymnasium, Is.Not.Null);
        var answer = await RunAsync("check", "gymnasium/faulty_environments:Finite-v0", "--seeds", "1", "--steps", "100", "--modules", Fixtures);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Failed), answer.ToString());
        Assert.That(answer.Output, Does.Contain("finite").And.Contain("the reward is nan").And.Contain("bridge:finite: the rule 'finite' is broken").And.Contain("Why:").And.Contain("To do:"));
    }

    // Observations of float64 that no float32 holds: finite in Python, infinite in the hub.
    [Test]
    public async Task Check_PythonsEnvironmentThatTheBridgeCannotCarry_IsFoundBehindTheBridgeAlone()
    {
        Assume.That(RealPython.WithGymnasium, Is.Not.Null);
        var answer = await RunAsync("check", "gymnasium/faulty_environments:BeyondFloat32-v0", "--seeds", "1", "--steps", "50", "--modules", Fixtures, "--json");

        var errors = answer.Json.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() == "error");
        Assert.That(errors.Select(finding => finding.GetProperty("rule").GetString()), Is.EqualTo(new[] { "bridge:finite" }), answer.ToString());
        Assert.That(answer.Json.GetProperty("kept").EnumerateArray().Select(rule => rule.GetString()), Is.SupersetOf(new[] { "finite", "determinism", "bridge:runs" }));
    }

    [Test]
    public async Task Check_PythonsEnvironmentThatLearnersCannotUse_SaysWhy()
    {
        Assume.That(RealPython.WithGymnasium, Is.Not.Null);
        var answer = await RunAsync("check", "gymnasium/faulty_environments:Talks-v0", "--seeds", "1", "--steps", "50", "--modules", Fixtures);

        Assert.That(answer.Output, Does.Contain("bridge:spec").And.Contain("EH4402").And.Contain("no fixed count of numbers"), answer.ToString());
    }

    [Test]
    public async Task Check_UnknownEnvironment_IsAUsageFault() =>
        Assert.That((await RunAsync("check", "CartPool-v1")).Code, Is.EqualTo(ExitCode.Usage));

    [Test]
    public async Task Parity_OneEnvironment_ExitsByTheResult()
    {
        Assume.That(RealPython.WithGymnasium, Is.Not.Null);
        var equal = await RunAsync("parity", "CartPole-v1", "gymnasium/CartPole-v1", "--seeds", "1", "--steps", "50", "--json");
        var other = await RunAsync("parity", "CartPole-v1", "faulty_environments:HeavyCartPole-v0", "--seeds", "1", "--modules", Fixtures, "--json");

        Assert.That((equal.Code, other.Code), Is.EqualTo((ExitCode.Ok, ExitCode.Failed)), $"{equal}\n{other}");
        Assert.That(other.Json.GetProperty("difference").GetProperty("values").EnumerateArray().First().GetProperty("ulp").ValueKind, Is.EqualTo(JsonValueKind.Number));
    }
}
