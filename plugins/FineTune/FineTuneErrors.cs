namespace EnvHub.Plugins.FineTune;

/// <summary>Every message of fine-tuning: codes EH4700 to EH4749.</summary>
internal static class FineTuneErrors
{
    public static HubException NoSource(string problem) => new("EH4700", $"fine-tune: {problem}");
}
