namespace EnvHub.Hosting;

internal sealed class AllocationRule() : CheckRule("allocation",
    "What a step allocates has to be collected: it costs speed in every trial of a process.", "Keep buffers between steps, and hand out values, not new arrays.")
{
    private const int Steps = 1000;

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        using var play = CheckPlay.Of(subject, 1);
        for (int step = 0; step < Steps; step++) play.Step();
        play.Environment.Step(play.Arena.ActionBatch, play.Arena.Buffers);
        long allocated = AllocationMeter.Measure(() =>
        {
            for (int step = 0; step < Steps; step++) play.Environment.Step(play.Arena.ActionBatch, play.Arena.Buffers);
        });
        return allocated > 0 ? [Warning($"{allocated / (double)Steps:0.#} bytes per step after warm-up")] : [];
    }
}
