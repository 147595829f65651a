namespace EnvHub.Hosting;

internal sealed class BufferAliasingRule() : CheckRule("buffer-aliasing",
    "Buffers belong to the caller, who keeps, reuses and overwrites them: stored transitions would change afterwards.",
    "Keep the state in arrays of your own; write results out, and neither read them back nor keep them.")
{
    public override IReadOnlyList<string> After => [.. base.After, "determinism", "buffers-written"];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        if (CheckTwins.FirstDifference(subject, 1, (play, _) => play.Arena.Observations.Fill(BuffersWrittenRule.Mark)) is { } read)
            return [Error($"overwriting the observations between steps changes the trajectory: {read}")];
        using var used = CheckPlay.Of(subject, 1);
        var (first, second) = (used.Arena, new StepArena(used.Environment));
        for (int step = 1; step <= subject.Options.Steps; step++)
        {
            double[] before = used.Row(0);
            used.Arena = used.Arena == first ? second : first;
            used.Step();
            var written = used.Arena;
            used.Arena = written == first ? second : first;
            if (used.Difference(before, used.Row(0)) is { } late) return [Error($"step {step} changed the buffers of the step before: {late}")];
            used.Arena = written;
        }
        return [];
    }
}
