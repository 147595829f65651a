namespace EnvHub.Hosting;

internal sealed class SpacesAgreeRule() : CheckRule("spaces-agree",
    "A learner's network is shaped by one environment's spaces and then used with another's.", "Let the spaces depend on the settings alone.")
{
    public override IReadOnlyList<string> After => [];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        using IVectorEnvironment one = subject.Create(1), other = subject.Create(1);
        foreach (var finding in Compare("two environments of the same settings", one.Spec, other.Spec)) yield return finding;
        foreach (var finding in Compare("the description and the environment", subject.Spec, one.Spec)) yield return finding;
    }

    private IEnumerable<CheckFinding> Compare(string which, EnvironmentSpec one, EnvironmentSpec other)
    {
        if (!one.ObservationSpace.Equals(other.ObservationSpace))
            yield return Error($"{which} have the observation spaces {one.ObservationSpace} and {other.ObservationSpace}");
        if (!one.ActionSpace.Equals(other.ActionSpace))
            yield return Error($"{which} have the action spaces {one.ActionSpace} and {other.ActionSpace}");
    }
}
