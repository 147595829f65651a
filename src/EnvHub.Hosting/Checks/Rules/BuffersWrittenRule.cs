namespace EnvHub.Hosting;

internal sealed class BuffersWrittenRule() : CheckRule("buffers-written",
    "What a step does not write is left from another step, and a learner takes it for new.", "Write every element of every buffer at each step.")
{
    public const float Mark = 31337.125f;

    public override IReadOnlyList<string> After => [.. base.After, "determinism"];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        using CheckPlay one = CheckPlay.Of(subject, 1), other = CheckPlay.Of(subject, 1);
        for (int step = 1; step <= subject.Options.Steps; step++)
        {
            Scramble(one.Arena, flags: true);
            Scramble(other.Arena, flags: false);
            one.Step();
            other.Step();
            if (one.Row(0).Contains(Mark)) return [Error($"step {step}: an observation or the reward was not written")];
            if ((one.Arena.Terminated[0], one.Arena.Truncated[0]) != (other.Arena.Terminated[0], other.Arena.Truncated[0]))
                return [Error($"step {step}: a terminated or truncated flag was not written")];
        }
        return [];
    }

    private static void Scramble(StepArena arena, bool flags)
    {
        var buffers = arena.Buffers;
        buffers.Observations.Fill(Mark);
        buffers.FinalObservations.Fill(Mark);
        buffers.Rewards.Fill(Mark);
        buffers.Terminated.Fill(flags);
        buffers.Truncated.Fill(flags);
    }
}
