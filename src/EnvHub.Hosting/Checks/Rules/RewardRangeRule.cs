using System.Globalization;

namespace EnvHub.Hosting;

internal sealed class RewardRangeRule() : CheckRule("reward-range",
    "Distributional learners and normalised scores take the stated range as it is.", "Correct the spec's reward range, or the reward.")
{
    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        var (low, high) = subject.Spec.RewardRange;
        foreach (ulong seed in subject.Seeds)
        {
            using var play = CheckPlay.Of(subject, seed);
            for (int step = 1; step <= subject.Options.Steps; step++)
            {
                play.Step();
                double reward = play.Arena.Rewards[0];
                if (reward < low || reward > high)
                    return [Error(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, step {step}: the reward {reward:R} is outside [{low:R}, {high:R}]"))];
            }
        }
        return [];
    }
}
