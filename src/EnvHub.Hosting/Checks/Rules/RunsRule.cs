namespace EnvHub.Hosting;

internal sealed class RunsRule() : CheckRule("runs",
    "Nothing can be learnt in an environment that fails under actions of its own space.", "Mend what the message names.")
{
    public override IReadOnlyList<string> After => [];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        foreach (ulong seed in subject.Seeds)
        {
            try
            {
                using var play = CheckPlay.Of(subject, seed, count: 2);
                for (int step = 0; step < subject.Options.Steps; step++) play.Step();
                play.ResetOnward();
            }
            catch (HubException fault) when (fault.Code == FiniteRule.NotFinite)
            {
                // The next rule's business.
            }
        }
        return [];
    }
}
