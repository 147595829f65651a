using System.Globalization;

namespace EnvHub.Hosting;

internal sealed class FiniteRule() : CheckRule("finite",
    "One NaN or infinity spreads through a network's weights and cannot be undone.", "Find the division or the overflow; clip, or end the episode before.")
{
    /// <summary>The code with which the hub's own adapter stops at a NaN.</summary>
    public const string NotFinite = "EH1107";

    public override IReadOnlyList<string> After => ["runs"];

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        foreach (ulong seed in subject.Seeds)
        {
            using var play = CheckPlay.Of(subject, seed);
            if (Look(play.FirstRow(0), $"seed {seed}, the first observation") is { } first) return [first];
            for (int step = 1; step <= subject.Options.Steps; step++)
            {
                play.Step();
                if (Look(play.Row(0), $"seed {seed}, step {step}: the observation or the reward") is { } finding) return [finding];
            }
        }
        return [];
    }

    private CheckFinding? Look(double[] values, string where) =>
        Array.FindIndex(values, value => !double.IsFinite(value)) is >= 0 and var at
            ? Error(string.Create(CultureInfo.InvariantCulture, $"{where} holds {values[at]}")) : null;
}
