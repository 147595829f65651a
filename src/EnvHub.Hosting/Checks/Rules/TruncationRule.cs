namespace EnvHub.Hosting;

internal sealed class TruncationRule() : CheckRule("truncation",
    "Without its step limit an episode may last for ever, and a limit told as an end teaches that nothing comes after.",
    "Count each copy's steps, set truncated where the limit is reached, and start counting anew with each episode.")
{
    private const int Limit = 7;

    public override string? Omit(CheckSubject subject) =>
        subject.Settings is EnvironmentSettings ? null : "the settings have no step limit (EnvironmentSettings)";

    public override IEnumerable<CheckFinding> Examine(CheckSubject subject)
    {
        var settings = (EnvironmentSettings)subject.Settings with { MaxEpisodeSteps = Limit };
        foreach (ulong seed in subject.Seeds)
        {
            using var play = new CheckPlay(subject.Registration.Create(settings, 1), seed);
            int length = 0;
            for (int step = 1; step <= subject.Options.Steps; step++)
            {
                play.Step();
                length++;
                if (length == Limit && !play.Arena.Truncated[0]) return [Error($"with a limit of {Limit} steps, step {length} of an episode is not truncated (seed {seed}, step {step})")];
                if (play.HasEnded(0)) length = 0;
            }
        }
        return [];
    }
}
