namespace EnvHub.Hosting;

/// <content>Messages of checkpoints and of resuming: codes EH3700 to EH3799.</content>
internal static partial class HostingErrors
{
    public static HubException NameNotTaken(string name) => new("EH3701",
        $"checkpoint: '{name}' is empty, longer than {CheckpointFileLayout.LongestName} bytes, or was written before; each array has a name of its own. Ask the author of the plugin that wrote it.");

    public static HubException TypeNotTaken(string name, Type type) => new("EH3702",
        $"checkpoint: '{name}' holds {type.Name} values; float, double, int, long, uint, ulong, byte and bool are taken. Ask the author of the plugin that wrote it.");

    public static HubException CheckpointCutOff(string path) => new("EH3703",
        $"{path}: the checkpoint is cut off: it ends before its last part.");

    public static HubException CheckpointDamaged(string path, string part) => new("EH3704",
        $"{path}: the checkpoint is damaged: {part} does not fit its checksum.");

    public static HubException NotACheckpoint(string path) => new("EH3705",
        $"{path}: it is not a checkpoint: it does not begin as one.");

    public static HubException CheckpointFormat(string path, int found) => new("EH3706",
        $"{path}: the checkpoint's format is {found}; this hub reads {CheckpointFileLayout.Format}. Continue with the hub that wrote it.");

    public static HubException NoSuchArray(string path, string name) => new("EH3707",
        $"{path}: the checkpoint has no '{name}'. Continue with the plugins that wrote it.");

    public static HubException OtherArray(string path, string name, int length, string type, int expectedLength, string expectedType) => new("EH3708",
        $"{path}: '{name}' holds {length} {type} values; {expectedLength} {expectedType} values were asked for. Continue with the plugins that wrote it.");

    public static HubException CheckpointNames(string path, string fault) => new("EH3715",
        $"{path}: the checkpoint cannot be read: {fault}; each array has a name of its own. No hub wrote it: take it out of the folder.");

    public static HubException CheckpointOfAnother(string path, string trial) => new("EH3709",
        $"{path}: the checkpoint is not of the trial {trial} as it is configured now. Take it out of the folder.");

    public static HubException RunInUse(string folder) => new("EH3710",
        $"run folder {folder}: another process is at it. Wait until it has ended, or end it.");

    public static HubException NotARun(string folder) => new("EH3711",
        $"{folder}: there is no {RunFolder.ExperimentFile}. Name a run folder, like runs/classic-pair/20260131-120000.");

    public static HubException NothingBegun(string folder) => new("EH3714",
        $"{folder}: its {RunFolder.ExperimentFile} is empty, for the run was ended before its first step. Nothing is lost: start it anew.");

    public static HubException OtherCode(string differences) => new("EH3712",
        $"resume: the code is not that which the run was begun with: {differences}. The same bits would not come of it. Resume with the code of then, or start a run anew.");

    public static HubException OtherConfiguration(string difference) => new("EH3713",
        $"resume: the configuration would not be that which the run was begun with: {difference}. Resume with the plugins of then, or start a run anew.");
}
