namespace EnvHub.Hosting;

/// <content>Messages of trials that run: codes EH3640 to EH3649.</content>
internal static partial class HostingErrors
{
    public static HubException MeasureNameTaken(string learner, string measure) => new("EH3640",
        $"learner '{learner}': its measure '{measure}' stands twice, or is a column that the hub fills itself ({string.Join(", ", MetricsFile.OwnColumns)}). Give it another name.");
}
