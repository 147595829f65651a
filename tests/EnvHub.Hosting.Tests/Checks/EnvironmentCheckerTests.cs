using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class EnvironmentCheckerTests
{
    private static readonly string[] RuleNames = [.. Faults.All.Keys];

    [Test]
    public void Examine_NoFault_FindsNothingAndOmitsNothing()
    {
        var report = Examine(Walk.Standard, static (settings, count) => new EnvironmentVector<float[], long>(() => new Walk(Walk.Standard), count, settings));

        Assert.That(report.Findings, Is.Empty);
        Assert.That(report.Omissions, Is.Empty);
        Assert.That(report.Kept, Is.EqualTo(CheckRules.All.Select(rule => rule.Name)));
    }

    [TestCaseSource(nameof(RuleNames))]
    public void Examine_OneFault_IsFoundByItsRuleAlone(string rule)
    {
        var report = Examine(Walk.Standard, Faults.All[rule]);

        Assert.That(report.Findings.Select(finding => finding.Rule).Distinct(), Is.EqualTo(new[] { rule }), string.Join('\n', report.Findings));
        Assert.That(report.HasErrors, Is.EqualTo(rule != "allocation"));
    }

    [TestCase("space-limits", float.NegativeInfinity, 10)]
    [TestCase("space-structure", 0, 0)]
    public void Examine_OddSpace_IsFoundByItsRuleAlone(string rule, float low, float high)
    {
        var spec = Walk.Standard with { ObservationSpace = new BoxSpace([-10, -10, low], [10, 10, high]) };
        var report = Examine(spec, (settings, count) => new EnvironmentVector<float[], long>(() => new Wider(spec), count, settings));

        Assert.That(report.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { rule }), string.Join('\n', report.Findings));
        Assert.That(report.HasErrors, Is.False);
    }

    private static CheckReport Examine(EnvironmentSpec spec, Func<WalkSettings, int, IVectorEnvironment> create)
    {
        var registration = new EnvironmentRegistration(spec.Id, typeof(WalkSettings),
            settings => ((WalkSettings)settings).Limit(spec), (settings, count) => create((WalkSettings)settings, count));
        return EnvironmentChecker.Examine(new CheckSubject(registration, new WalkSettings(), new CheckOptions { Seeds = 2, Steps = 300 }));
    }

    // A third component that is always 0.
    private sealed class Wider(EnvironmentSpec spec) : Environment<float[], long>(spec)
    {
        private readonly float[] _seen = new float[3];

        protected override float[] OnReset()
        {
            _seen[0] = (float)Random.Uniform(-1, 1);
            return _seen;
        }

        protected override StepResult<float[]> OnStep(long action) => new(_seen, 1);
    }
}
