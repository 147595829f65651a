namespace EnvHub.Hosting;

/// <content>Messages about what is stored: codes EH3620 to EH3639.</content>
internal static partial class HostingErrors
{
    public static HubException InventoryUnreadable(string folder, Exception fault) => new("EH3620",
        $"runs folder {folder}: it cannot be read: {fault.Message} Give the user access, or name another folder under 'runs' in hub.json.", fault);

    public static HubException NoStoredRun(string run, string runsFolder) => new("EH3621",
        $"run '{run}': it is no run in {runsFolder}. Name one of 'envhub list runs', like classic-pair/20260131-120000.");

    public static HubException UsesUnknown(string run, string problem) => new("EH3622",
        $"run {run}: it is damaged ({problem}), so nobody knows which stored stages it builds on; none is removed. Repair it, or remove it: envhub clean {run} --yes.");

    public static HubException NotRemoved(string folder, Exception fault) => new("EH3623",
        $"runs folder {folder}: something in it cannot be removed: {fault.Message} Give the user write access, then clean again.", fault);
}
