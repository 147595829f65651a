using EnvHub.Contracts;
using EnvHub.Hosting;
using EnvHub.TestKit;

namespace EnvHub.Cli.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Children)]
public sealed class PythonCheckerTests : HubFixture
{
    [TestCase("Spaces", "spaces")]
    [TestCase("SpacesAgree", "spaces-agree")]
    [TestCase("SpaceStructure", "space-structure")]
    [TestCase("ResetSignature", "reset-signature")]
    [TestCase("ResetResult", "reset-result")]
    [TestCase("ResetOptions", "reset-options")]
    [TestCase("StepResult", "step-result")]
    [TestCase("Runs", "runs")]
    [TestCase("Finite", "finite")]
    [TestCase("ObservationInSpace", "observation-in-space")]
    [TestCase("ResetSeed", "reset-seed")]
    [TestCase("SeedUsed", "seed-used")]
    [TestCase("Determinism", "determinism")]
    [TestCase("GeneratorDeterminism", "generator-determinism")]
    [TestCase("ContinuedReset", "continued-reset")]
    [TestCase("BufferAliasing", "buffer-aliasing")]
    [TestCase("StepAfterEnd", "step-after-end")]
    [TestCase("CopiesIndependent", "copies-independent")]
    [TestCase("ActionBounds", "action-bounds")]
    [TestCase("Render", "render")]
    [TestCase("CloseTwice", "close-twice")]
    public void Examine_OneFault_IsFoundByItsRuleAlone(string name, string rule)
    {
        var report = Examine($"faulty_environments:{name}-v0");

        Assert.That(report.Findings.Select(finding => finding.Rule).Distinct(), Is.EqualTo(new[] { rule }), string.Join('\n', report.Findings));
        Assert.That(report.HasErrors, Is.True);
    }

    [TestCase("SpaceLimits", "space-limits")]
    [TestCase("ExactNumbers", "exact-numbers", 2)]
    [TestCase("Truncation", "truncation")]
    [TestCase("RenderMetadata", "render-metadata")]
    public void Examine_BadHabit_IsAWarningOfItsRuleAlone(string name, string rule, int count = 1)
    {
        var report = Examine($"faulty_environments:{name}-v0");

        Assert.That(report.Findings.Select(finding => finding.Rule), Is.EqualTo(Enumerable.Repeat(rule, count)), string.Join('\n', report.Findings));
        Assert.That(report.HasErrors, Is.False);
    }

    [TestCase("Good")]
    [TestCase("Talkative")]
    public void Examine_NoFault_FindsNothing(string name)
    {
        var report = Examine($"faulty_environments:{name}-v0");

        Assert.That(report.Findings, Is.Empty);
        Assert.That(report.Omissions, Is.Empty);
    }

    [TestCase("CartPole-v1")]
    [TestCase("Blackjack-v1")]
    public void Examine_GymnasiumsOwn_HasNoErrors(string id) => Assert.That(Examine(id).HasErrors, Is.False);

    [Test]
    public void Examine_EnvironmentThatHangs_EndsInTime() => Assert.That(
        () => Examine("faulty_environments:Hangs-v0", TimeSpan.FromSeconds(4)), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH5011"));

    private static CheckReport Examine(string id, TimeSpan? longest = null)
    {
        var order = PythonChecker.Order(id, [], new CheckOptions { Seeds = 2, Steps = 200 }, longest ?? TimeSpan.FromMinutes(10));
        return PythonChecker.Examine(RealPython.WithGymnasium, id, order with { ModuleFolder = Fixtures });
    }
}
