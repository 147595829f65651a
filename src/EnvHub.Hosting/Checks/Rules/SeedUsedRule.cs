namespace EnvHub.Hosting;

internal sealed class SeedUsedRule() : GeneratorRule("seed-used",
    "Seeds that change nothing make several trials one and the same: the spread of the results is a pretence.", "Start the generator from the seed that is given.")
{
    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        using CheckPlay one = CheckPlay.Of(subject, 1), other = CheckPlay.Of(subject, 2);
        return one.Generator(0) == other.Generator(0) ? [Error("the generator stands at the same place after seed 1 and after seed 2")] : [];
    }
}
