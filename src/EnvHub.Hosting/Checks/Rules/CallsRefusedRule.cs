namespace EnvHub.Hosting;

internal sealed class CallsRefusedRule() : CheckRule("calls-refused",
    "A mistake that is not refused shows up as a strange result much later.", "Call StepGuard first in Reset and Step.")
{
    public override IReadOnlyList<string> After => [.. base.After, "determinism"];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        using (var fresh = subject.Create(1))
        {
            var arena = new StepArena(fresh);
            if (Refusal(() => fresh.Step(arena.ActionBatch, arena.Buffers)) is not "EH1103") yield return Error("a step before the first reset is not refused with EH1103");
            if (Refusal(() => fresh.Reset([], new float[arena.Observations.Length + 1])) is not "EH1101") yield return Error("a reset into a buffer that is too long is not refused with EH1101");
        }
        if (CheckTwins.FirstDifference(subject, 1, (play, step) => Refusal(() => Misuse(play))) is { } difference)
            yield return Error($"a step with a bad action changed the environment: {difference}");
        using var play = CheckPlay.Of(subject, 1);
        if (Refusal(() => Misuse(play)) is not "EH1102") yield return Error($"an action outside {subject.Spec.ActionSpace} is not refused with EH1102");
    }

    private static void Misuse(CheckPlay play)
    {
        if (play.Environment.Spec.ActionSpace is DiscreteSpace discrete)
        {
            play.Environment.Step(new ActionBatch([discrete.Count]), play.Arena.Buffers);
            return;
        }
        var elements = new float[play.Environment.Spec.ActionSpace.ElementSize];
        elements.AsSpan().Fill(float.NaN);
        play.Environment.Step(new ActionBatch(elements), play.Arena.Buffers);
    }

    private static string? Refusal(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (HubException fault)
        {
            return fault.Code;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return fault.GetType().Name;
        }
    }
}
