namespace EnvHub.Python;

/// <summary>Every message about shared memory: codes EH4601 to EH4609.</summary>
internal static class SharingErrors
{
    public static HubException NotARegion(string path, string reason) => new("EH4601",
        $"shared memory {path}: {reason}. Both sides must speak the same protocol: take hub and worker of one version.");

    public static HubException TooLarge(int copies, int observationElements, int actionElements) => new("EH4602",
        $"shared memory: {copies} copies of {observationElements} elements per observation and {actionElements} per action are more than an array holds. Take fewer copies.");
}
