namespace EnvHub.Hosting;

internal sealed class GeneratorDeterminismRule() : GeneratorRule("generator-determinism",
    "A generator that stands elsewhere makes a later episode another one, however equal things look now.",
    "Draw as many numbers for the same state and action, always.")
{
    public override IReadOnlyList<string> After => [.. base.After, "determinism"];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        foreach (ulong seed in subject.Seeds)
        {
            using CheckPlay one = CheckPlay.Of(subject, seed), other = CheckPlay.Of(subject, seed);
            for (int step = 1; step <= subject.Options.Steps; step++)
            {
                one.Step();
                other.Step();
                if (one.Generator(0) != other.Generator(0))
                    return [Error($"two environments with the same seed and actions: at seed {seed}, step {step} all results are equal and the generators are not")];
            }
        }
        return [];
    }
}
