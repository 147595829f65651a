namespace EnvHub.Hosting;

internal sealed class ResetSeedRule() : CheckRule("reset-seed",
    "An experiment that cannot be repeated cannot be defended.", "Draw start states from the copy's own generator, and from nothing else.")
{
    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        foreach (ulong seed in subject.Seeds)
        {
            using CheckPlay one = CheckPlay.Of(subject, seed), other = CheckPlay.Of(subject, seed);
            if (one.Difference(one.FirstRow(0), other.FirstRow(0)) is { } fresh) return [Error($"two environments reset with seed {seed}: {fresh}")];
            var (first, generator) = (one.FirstRow(0), one.Generator(0));
            one.Reset();
            if (one.Difference(first, one.FirstRow(0)) is { } again) return [Error($"one environment reset twice with seed {seed}: {again}")];
            if (one.Generator(0) != generator || other.Generator(0) != generator)
                return [Error($"after resets with seed {seed} the observations are equal and the generators are not")];
        }
        return [];
    }
}
