namespace EnvHub.Hosting;

internal sealed class SnapshotRule() : CheckRule("snapshot",
    "A run that was interrupted goes on from a snapshot, and must end as if it had not been.", "Name every part of the state in Exchange, or let CanSnapshot be false.")
{
    private const int Copies = 2;

    public override IReadOnlyList<string> After => [.. base.After, "determinism", "step-after-end"];

    public override string? Omit(CheckSubject subject)
    {
        using var environment = subject.Create(1);
        return environment is ISnapshotEnvironment { CanSnapshot: true } ? null : "the environment has no snapshots: a resumed run starts an episode anew";
    }

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        foreach (ulong seed in subject.Seeds)
        {
            using CheckPlay straight = CheckPlay.Of(subject, seed, Copies), used = CheckPlay.Of(subject, seed + 1000, Copies);
            for (int step = 0; step < subject.Options.Steps / 2; step++)
            {
                straight.Step();
                used.Step();
            }
            used.Step();
            var snapshot = new MemoryCheckpoint();
            ((ISnapshotEnvironment)straight.Environment).Snapshot(snapshot);
            using var fresh = subject.Create(Copies);
            if (FirstDifference(straight, [fresh, used.Environment], snapshot, subject.Options.Steps / 2) is { } difference)
                return [Error($"seed {seed}: after a snapshot at step {subject.Options.Steps / 2}, {difference}")];
        }
        return [];
    }

    private static string? FirstDifference(CheckPlay straight, IVectorEnvironment[] others, MemoryCheckpoint snapshot, int steps)
    {
        foreach (var other in others) ((ISnapshotEnvironment)other).Restore(snapshot);
        StepArena[] arenas = [.. others.Select(other => new StepArena(other))];
        for (int step = 1; step <= steps; step++)
        {
            straight.Step();
            for (int i = 0; i < others.Length; i++)
            {
                straight.Arena.Actions.CopyTo(arenas[i].Actions);
                straight.Arena.ActionElements.CopyTo(arenas[i].ActionElements);
                others[i].Step(arenas[i].ActionBatch, arenas[i].Buffers);
                if (DifferenceOf(straight, arenas[i]) is { } difference)
                    return $"step {step} without the interruption and with it, in {(i == 0 ? "a new environment" : "one that was used")}: {difference}";
            }
        }
        return null;
    }

    private static string? DifferenceOf(CheckPlay straight, StepArena arena)
    {
        for (int copy = 0; copy < Copies; copy++)
            if (straight.Difference(straight.Row(copy), CheckPlay.RowOf(arena, copy)) is { } difference) return difference;
        return null;
    }
}
