using System.Globalization;

namespace EnvHub.Hosting;

internal sealed class ObservationInSpaceRule() : CheckRule("observation-in-space",
    "Scaling, encoding and other implementations rely on the stated space.", "Widen the space, or clip the observation.")
{
    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        var space = subject.Spec.ObservationSpace;
        foreach (ulong seed in subject.Seeds)
        {
            using var play = CheckPlay.Of(subject, seed);
            if (!space.ContainsElements(play.Arena.Observations)) return [Outside($"seed {seed}, the first observation", play.Arena.Observations, space)];
            for (int step = 1; step <= subject.Options.Steps; step++)
            {
                play.Step();
                if (!space.ContainsElements(play.Arena.FinalObservations)) return [Outside($"seed {seed}, step {step}", play.Arena.FinalObservations, space)];
                if (!space.ContainsElements(play.Arena.Observations)) return [Outside($"seed {seed}, a new episode at step {step}", play.Arena.Observations, space)];
            }
        }
        return [];
    }

    private CheckFinding Outside(string where, ReadOnlySpan<float> observation, Space space) => Error(
        $"{where}: [{string.Join(", ", observation.ToArray().Take(8).Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}] is outside {space}");
}
