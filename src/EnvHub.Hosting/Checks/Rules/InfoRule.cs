namespace EnvHub.Hosting;

internal sealed class InfoRule() : CheckRule("info",
    "Whether somebody looks must not change what happens.", "Make infos from the state, draw nothing and change nothing for them.")
{
    public override IReadOnlyList<string> After => [.. base.After, "determinism"];

    public override string? Omit(CheckSubject subject)
    {
        using var environment = subject.Create(1);
        return environment is IInfoSource ? null : "the environment tells no infos (IInfoSource)";
    }

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject) =>
        CheckTwins.FirstDifference(subject, 1, (play, step) => ((IInfoSource)play.Environment).Info(0).ToJsonString()) is { } difference
            ? [Error($"asking for infos changes the trajectory: {difference}")] : [];
}
