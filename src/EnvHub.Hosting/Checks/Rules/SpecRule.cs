namespace EnvHub.Hosting;

internal sealed class SpecRule() : CheckRule("spec",
    "The hub plans buffers and episodes from what was described and asked for.", "Give the environment the count, and the spec that its settings describe.")
{
    private const int Copies = 3;

    public override IReadOnlyList<string> After => [];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        using var environment = subject.Create(Copies);
        if (environment.Count != Copies) yield return Error($"{Copies} copies were asked for, {environment.Count} were made");
        if (environment.Spec.MaxEpisodeSteps != subject.Spec.MaxEpisodeSteps)
            yield return Error($"the step limit is described as {Text(subject.Spec.MaxEpisodeSteps)} and is {Text(environment.Spec.MaxEpisodeSteps)}");
    }

    private static string Text(int? limit) => limit is { } steps ? $"{steps}" : "none";
}
