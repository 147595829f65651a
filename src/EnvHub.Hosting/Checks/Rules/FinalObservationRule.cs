namespace EnvHub.Hosting;

internal sealed class FinalObservationRule() : CheckRule("final-observation",
    "A learner bootstraps from the final observation and acts on the next one: mixed up, values leak between episodes.",
    "Write what the step led to into FinalObservations, then restart what has ended and write what to act on into Observations.")
{
    public override IReadOnlyList<string> After => [.. base.After, "buffers-written"];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        int ends = 0, stale = 0;
        foreach (ulong seed in subject.Seeds)
        {
            using var play = CheckPlay.Of(subject, seed);
            float[] first = play.Arena.Observations.ToArray();
            for (int step = 1; step <= subject.Options.Steps; step++)
            {
                play.Step();
                bool isEqual = play.Arena.Observations.SequenceEqual(play.Arena.FinalObservations);
                if (!play.HasEnded(0) && !isEqual) return [Error($"seed {seed}, step {step}: no episode ended, yet the final observation is another than the observation")];
                if (!play.HasEnded(0)) continue;
                ends++;
                if (isEqual && !play.Arena.FinalObservations.SequenceEqual(first)) stale++;
            }
        }
        return ends > 0 && stale == ends ? [Error($"at all {ends} ends the observation is the old episode's last one; it must be the new episode's first")] : [];
    }
}
