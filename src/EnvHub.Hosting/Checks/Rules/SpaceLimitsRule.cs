namespace EnvHub.Hosting;

internal sealed class SpaceLimitsRule() : CheckRule("space-limits",
    "Learners scale by the bounds: open sides cannot be scaled, and policies start around 0 with a spread of 1.",
    "State finite bounds where they are known; for actions, put RescaleAction around the environment.")
{
    public override IReadOnlyList<string> After => [];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        if (subject.Spec.ObservationSpace is BoxSpace seen && IsOpen(seen))
            yield return Warning($"the observation space {seen} is open on a side");
        if (subject.Spec.ActionSpace is not BoxSpace acted) yield break;
        if (IsOpen(acted)) yield return Warning($"the action space {acted} is open on a side");
        else if (!IsNormalised(acted)) yield return Warning($"the action space {acted} is not [-1, 1]");
    }

    private static bool IsOpen(BoxSpace box) => box.Low.Contains(float.NegativeInfinity) || box.High.Contains(float.PositiveInfinity);

    private static bool IsNormalised(BoxSpace box) => !box.Low.ContainsAnyExcept(-1f) && !box.High.ContainsAnyExcept(1f);
}
