namespace EnvHub.Setup;

/// <summary>What every set-up may meet; the other messages are each set-up's own.</summary>
internal static class SetupErrors
{
    public static HubException Locked(string file, TimeSpan waited) => new("EH4623",
        $"{file}: another set-up has held it for {waited.TotalMinutes:0} minutes; one usually takes one. End that process, or prepare another folder.");
}
