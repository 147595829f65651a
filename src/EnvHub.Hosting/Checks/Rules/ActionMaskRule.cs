using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

internal sealed class ActionMaskRule() : CheckRule("action-mask",
    "Learners take an action mask at its word: they choose nothing else, and expect nothing of what it excludes.",
    "Write which actions are possible after every start and step, at least one where the episode goes on, from the state alone; and let the spec say HasActionMasks.")
{
    public override IReadOnlyList<string> After => [.. base.After, "determinism"];

    public override string? Omit(CheckSubject subject)
    {
        if (subject.Spec.HasActionMasks) return null;
        using var play = CheckPlay.Of(subject, 1);
        return InfoMask(play) is null ? "the environment says of no action that it is not possible" : null;
    }

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        var (spec, actions) = (subject.Spec, subject.Spec.ActionSpace);
        if (!spec.HasActionMasks) return [Warning($"the info tells an {ActionMask.InfoKey} and the spec has none: learners do not see it")];
        if (ActionMask.SizeOf(actions) == 0) return [Error($"the spec has action masks, which the action space {actions} cannot have")];
        using CheckPlay one = CheckPlay.Of(subject, 1), other = CheckPlay.Of(subject, 1), unmasked = CheckPlay.Of(subject, 1);
        if (FaultOf(one, isReset: true) is { } start) return [Error($"after the reset {start}")];
        for (int step = 1; step <= subject.Options.Steps; step++)
        {
            Fill(one.Arena, true);
            bool wasLeft = StepWithout(unmasked, one, other);
            if (!one.Arena.ActionMasks.SequenceEqual(other.Arena.ActionMasks) || !one.Arena.FinalActionMasks.SequenceEqual(other.Arena.FinalActionMasks))
                return [Error($"step {step}: a mask was not written")];
            if (FaultOf(one, isReset: false) is { } fault) return [Error($"step {step}: {fault}")];
            if (!wasLeft) return [Error($"step {step}: without room for masks the environment goes another way")];
        }
        return [];
    }

    // The same possible action in all three, of which one is given no room for masks.
    private static bool StepWithout(CheckPlay unmasked, CheckPlay one, CheckPlay other)
    {
        one.Act(0);
        foreach (var play in (CheckPlay[])[other, unmasked])
        {
            one.Arena.Actions.CopyTo(play.Arena.Actions);
            one.Arena.ActionElements.CopyTo(play.Arena.ActionElements);
        }
        one.Environment.Step(one.Arena.ActionBatch, one.Arena.Buffers);
        Fill(other.Arena, false);
        other.Environment.Step(other.Arena.ActionBatch, other.Arena.Buffers);
        var buffers = unmasked.Arena.Buffers;
        unmasked.Environment.Step(unmasked.Arena.ActionBatch, new StepBuffers
        {
            Observations = buffers.Observations, FinalObservations = buffers.FinalObservations, Rewards = buffers.Rewards,
            Terminated = buffers.Terminated, Truncated = buffers.Truncated,
        });
        return unmasked.Arena.Observations.SequenceEqual(one.Arena.Observations) && unmasked.Arena.FinalObservations.SequenceEqual(one.Arena.FinalObservations);
    }

    private static string? FaultOf(CheckPlay play, bool isReset)
    {
        var (spec, arena) = (play.Environment.Spec, play.Arena);
        if (!ActionMask.HasChoice(spec.ActionSpace, arena.ActionMasks)) return "the mask leaves no possible action";
        if (InfoMask(play) is { } told && !told.SequenceEqual(arena.ActionMasks.ToArray())) return $"the info's {ActionMask.InfoKey} is another than the mask";
        if (isReset) return null;
        if (!arena.Terminated[0] && !ActionMask.HasChoice(spec.ActionSpace, arena.FinalActionMasks)) return "the final mask leaves no possible action, and the task has not ended";
        return !play.HasEnded(0) && !arena.ActionMasks.SequenceEqual(arena.FinalActionMasks) ? "no episode ended, yet the final mask is another than the mask" : null;
    }

    // Of a discrete space; others may tell theirs in other forms.
    private static bool[]? InfoMask(CheckPlay play) =>
        play.Environment is IInfoSource source && play.Environment.Spec.ActionSpace is DiscreteSpace space
        && source.Info(0)[ActionMask.InfoKey] is JsonArray mask && mask.Count == space.Count
            ? [.. mask.Select(flag => flag?.ToJsonString() is not (null or "0" or "false"))] : null;

    private static void Fill(StepArena arena, bool flag)
    {
        arena.Buffers.ActionMasks.Fill(flag);
        arena.Buffers.FinalActionMasks.Fill(flag);
    }
}
