namespace EnvHub.Hosting;

internal sealed class StepAfterEndRule() : CheckRule("step-after-end",
    "What is left of an old episode makes the next one depend on it.", "Set every part of the state at each start of an episode.")
{
    private const int Followed = 200;

    public override IReadOnlyList<string> After => [.. base.After, "determinism"];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        foreach (ulong seed in subject.Seeds)
        {
            using var used = CheckPlay.Of(subject, seed);
            for (int step = 1; step <= subject.Options.Steps; step++) used.Step();
            using CheckPlay again = new(new Borrowed(used.Environment), seed), fresh = CheckPlay.Of(subject, seed);
            if (again.Difference(again.FirstRow(0), fresh.FirstRow(0)) is { } start) return [Error($"seed {seed}: after {subject.Options.Steps} steps, a reset with the seed starts otherwise than a new environment: {start}")];
            for (int step = 1; step <= Followed; step++)
            {
                again.Step();
                fresh.Step();
                if (again.Difference(again.Row(0), fresh.Row(0)) is { } later) return [Error($"seed {seed}: after {subject.Options.Steps} steps and a reset with the seed, step {step} is another than in a new environment: {later}")];
            }
        }
        return [];
    }

    // The same environment with actions from the start of the stream; its owner disposes it.
    private sealed class Borrowed(IVectorEnvironment environment) : IVectorEnvironment
    {
        public EnvironmentSpec Spec => environment.Spec;
        public int Count => environment.Count;
        public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output) => environment.Reset(seeds, output);
        public void Step(in ActionBatch actions, in StepBuffers output) => environment.Step(actions, output);
        public void Dispose() { }
    }
}
