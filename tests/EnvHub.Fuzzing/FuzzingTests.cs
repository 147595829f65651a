namespace EnvHub.Fuzzing;

/// <summary>The bounded run: fixed seeds, so that it finds the same every time.</summary>
public sealed class FuzzingTests
{
    // Many times what the slowest input takes: a machine that does much else makes nothing slow that it does not run.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    [TestCaseSource(nameof(Names))]
    public void Reader_ChangedInputs_AreReadOrRefusedByOneKindOfException(string name)
    {
        var target = FuzzTargets.All.Single(target => target.Name == name) with { Longest = TimeSpan.FromSeconds(30) };

        var report = new FuzzRun(target, seed: 20261126).Run(target.InputsInSuite, Hang);

        Assert.That(report.Faults, Is.Empty);
        Assert.That(report.Inputs, Is.EqualTo(target.InputsInSuite));
    }

    private static IEnumerable<string> Names() => FuzzTargets.All.Select(target => target.Name);
}
