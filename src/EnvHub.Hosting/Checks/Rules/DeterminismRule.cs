namespace EnvHub.Hosting;

internal sealed class DeterminismRule() : CheckRule("determinism",
    "The same trial must give the same bits, or differences between learners cannot be told from chance.",
    "Let a step depend on the copy's state, its action and its own generator alone; keep no static state.")
{
    public override IReadOnlyList<string> After => [.. base.After, "reset-seed"];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        foreach (ulong seed in subject.Seeds)
            if (CheckTwins.FirstDifference(subject, seed, disturb: null) is { } difference)
                return [Error($"two environments with the same seed and actions part at {difference}")];
        return [];
    }
}
