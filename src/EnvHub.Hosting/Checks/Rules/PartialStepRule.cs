namespace EnvHub.Hosting;

internal sealed class PartialStepRule() : CheckRule("partial-step",
    "Copies that wait must not move: autoreset modes and wrappers rely on it.", "Leave the state and the rows of inactive copies as they are.")
{
    public override IReadOnlyList<string> After => [.. base.After, "copies-independent"];

    public override string? Omit(CheckSubject subject)
    {
        using var environment = subject.Create(1);
        return environment is IPartialVectorEnvironment ? null : "the environment steps all copies or none";
    }

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        using CheckPlay pair = CheckPlay.Of(subject, 1, count: 2), still = CheckPlay.Of(subject, 1), active = CheckPlay.Of(subject, 2);
        var partial = (IPartialVectorEnvironment)pair.Environment;
        for (int step = 1; step <= subject.Options.Steps; step++)
        {
            double[] before = pair.Row(0);
            bool both = step % 2 == 0;
            if (both) pair.Act(0);
            pair.Act(1);
            partial.Step(pair.Arena.ActionBatch, pair.Arena.Buffers, [both, true]);
            active.Step();
            if (both) still.Step();
            else if (pair.Difference(before, pair.Row(0)) is { } moved) return [Error($"step {step} changed the rows of a copy that was to wait: {moved}")];
            if (active.Difference(pair.Row(1), active.Row(0)) is { } other) return [Error($"step {step} of an active copy beside one that waits: {other}")];
            if (both && still.Difference(pair.Row(0), still.Row(0)) is { } late) return [Error($"step {step} of a copy that waited before: {late}")];
        }
        return [];
    }
}
