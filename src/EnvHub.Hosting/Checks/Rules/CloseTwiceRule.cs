namespace EnvHub.Hosting;

internal sealed class CloseTwiceRule() : CheckRule("close-twice",
    "Whoever ends an experiment may close what was closed already.", "Return from the second Dispose without doing anything.")
{
    public override IReadOnlyList<string> After => [];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        var environment = subject.Create(1);
        environment.Dispose();
        environment.Dispose();
        return [];
    }
}
