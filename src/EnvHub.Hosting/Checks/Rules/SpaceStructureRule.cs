namespace EnvHub.Hosting;

internal sealed class SpaceStructureRule() : CheckRule("space-structure",
    "A component that cannot vary tells nothing, and a space without components cannot be learnt from.", "Leave out what is constant.")
{
    public override IReadOnlyList<string> After => [];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject) =>
        [.. Look("observation", subject.Spec.ObservationSpace), .. Look("action", subject.Spec.ActionSpace)];

    private IEnumerable<CheckFinding> Look(string which, Space space)
    {
        if (space.IsFlattenable && space.ElementSize == 0) yield return Error($"the {which} space {space} has no components");
        if (space is not BoxSpace box) yield break;
        for (int i = 0; i < box.ElementSize; i++)
            if (box.Low[i] == box.High[i]) yield return Warning($"the {which} space's component {i} has one value only: {box.Low[i]}");
    }
}
