namespace EnvHub.Hosting;

internal sealed class CopiesIndependentRule() : CheckRule("copies-independent",
    "A result would depend on how many copies were run beside it.", "Let copy i use its own state, seed and action alone.")
{
    private const int Copies = 5;

    public override IReadOnlyList<string> After => [.. base.After, "determinism"];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        for (int copy = 0; copy < Copies; copy++)
        {
            using CheckPlay together = CheckPlay.Of(subject, 1, Copies), alone = CheckPlay.Of(subject, 1 + (ulong)copy);
            if (alone.Difference(together.FirstRow(copy), alone.FirstRow(0)) is { } start) return [Error($"copy {copy} of {Copies} and a single one with its seed, at the reset: {start}")];
            for (int step = 1; step <= subject.Options.Steps; step++)
            {
                together.Step();
                alone.Step();
                if (alone.Difference(together.Row(copy), alone.Row(0)) is { } difference)
                    return [Error($"copy {copy} of {Copies} and a single one with its seed, at step {step}: {difference}")];
            }
        }
        return [];
    }
}
