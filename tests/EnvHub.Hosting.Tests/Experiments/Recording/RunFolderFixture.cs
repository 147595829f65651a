namespace EnvHub.Hosting.Tests;

/// <summary>A folder for each test's runs, removed after it.</summary>
public abstract class RunFolderFixture
{
    protected static readonly TimeProvider Clock = new FixedClock();

    protected string Runs { get; private set; } = "";

    [SetUp]
    public void MakeFolder() => Runs = Directory.CreateTempSubdirectory("envhub-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(Runs, recursive: true);

    private protected (RunFolder Folder, IReadOnlyList<TrialResult> Results) Run(
        ExperimentPlan plan, int parallel = 1, CancellationToken cancellation = default)
    {
        var folder = RunFolder.Create(Runs, plan.Name, Clock);
        return (folder, new ExperimentRunner(plan, folder, Plans.Provenance).Run(parallel, cancellation));
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    }
}
