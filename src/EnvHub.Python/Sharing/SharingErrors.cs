namespace EnvHub.Python;

/// <summary>Every message about shared memory: codes EH4601 to EH4609.</summary>
internal static class SharingErrors
{
    public static HubException NotARegion(string path, string reason) => new("EH4601",
        $"shared memory {path}: {reason}. Both sides must speak the same protocol: take hub and worker of one version.");
}
