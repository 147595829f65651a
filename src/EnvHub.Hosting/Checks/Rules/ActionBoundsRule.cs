namespace EnvHub.Hosting;

internal sealed class ActionBoundsRule() : CheckRule("action-bounds",
    "A learner takes the outermost actions, which random ones hardly meet.", "Take every action of the stated space, its bounds too.")
{
    public override IReadOnlyList<string> After => [.. base.After, "observation-in-space"];

    public override string? Omit(CheckSubject subject) => subject.Spec.ActionSpace is DiscreteSpace or BoxSpace
        ? null : $"the bounds of {subject.Spec.ActionSpace} are all met by random actions";

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        foreach (bool high in (bool[])[false, true])
        {
            using var play = CheckPlay.Of(subject, 1);
            for (int step = 1; step <= subject.Options.Steps; step++)
            {
                Act(play, high);
                try
                {
                    play.Environment.Step(play.Arena.ActionBatch, play.Arena.Buffers);
                }
                catch (HubException fault)
                {
                    return [Error($"the {(high ? "highest" : "lowest")} action, step {step}: {fault.Message}")];
                }
                if (!subject.Spec.ObservationSpace.ContainsElements(play.Arena.FinalObservations) || !double.IsFinite(play.Arena.Rewards[0]))
                    return [Error($"the {(high ? "highest" : "lowest")} action leads out of the observation space, or to a reward that is no number, at step {step}")];
            }
        }
        return [];
    }

    private static void Act(CheckPlay play, bool high)
    {
        var space = play.Environment.Spec.ActionSpace;
        if (space is DiscreteSpace discrete)
        {
            play.Arena.Actions[0] = high ? discrete.Count - 1 : 0;
            return;
        }
        var box = (BoxSpace)space;
        play.Act(0);
        for (int i = 0; i < box.ElementSize; i++)
            if (float.IsFinite(high ? box.High[i] : box.Low[i])) play.Arena.ActionElements[i] = high ? box.High[i] : box.Low[i];
    }
}
