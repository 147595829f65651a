using EnvHub.Numerics;

namespace EnvHub.Hosting;

internal sealed class ContinuedResetRule() : GeneratorRule("continued-reset",
    "A reset that seeds by itself plays one and the same episode for ever.", "Seed only where a seed is given; else go on with the generator.")
{
    public override IReadOnlyList<string> After => [.. base.After, "determinism"];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        foreach (ulong seed in subject.Seeds)
        {
            using var play = CheckPlay.Of(subject, seed);
            var start = play.Generator(0);
            // Where a reset draws nothing, a generator that stands still says nothing.
            if (start == new RandomGenerator(seed).State) continue;
            play.ResetOnward();
            if (play.Generator(0) == start) return [Error($"seed {seed}: a reset without a seed brings the generator back to where the seed put it")];
            for (int step = 1; step <= subject.Options.Steps; step++)
            {
                play.Step();
                if (play.HasEnded(0) && play.Generator(0) == start)
                    return [Error($"seed {seed}: the restart at step {step} brings the generator back to where the seed put it")];
            }
        }
        return [];
    }
}
