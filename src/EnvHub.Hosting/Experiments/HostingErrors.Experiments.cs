namespace EnvHub.Hosting;

/// <summary>Messages of experiments, checkpoints and reports: codes EH3500 to EH3599.</summary>
internal static partial class HostingErrors
{
    public static HubException RunFolderNotWritable(string path, Exception fault) => new("EH3502",
        $"run folder {path}: it cannot be written: {Shortage.Of(fault) ?? $"{fault.Message} Give the user write access, or name another folder under 'runs' in hub.json."}", fault);

    public static HubException NotATrial(string folder, string missing) => new("EH3505",
        $"{folder}: there is no {missing}. Name the folder of one finished trial, like runs/classic-pair/20260131-120000/multitask-dqn/seed-1.");

    public static HubException NoBestWeights(string folder) => new("EH3511",
        $"{folder}: there is no best.safetensors; the trial kept its final weights alone. Leave out --best, or train with keepBest.");

    public static HubException UnreadableRecord(string path, Exception fault) => new("EH3506",
        $"{path}: it is not a record of a trial: {fault.Message} Remove the file or run the trial again.", fault);

    public static HubException MisplacedRecord(string path, string whose) => new("EH3512",
        $"{path}: {whose}, so it is left out. Remove what was copied there; 'envhub resume' makes what is missing.");

    public static HubException UnknownFormat(string path, int found) => new("EH3507",
        $"{path}: its format is {found}; this hub reads 1. Read it with the hub that wrote it.");

    public static HubException DamagedStage(string folder, string damage) => new("EH3513",
        $"{folder}: {damage}; what was learned there cannot be told from it. Resume a run that builds on it: then it runs again.");

    public static HubException NoRecords(string folder) => new("EH3508",
        $"{folder}: there is no result.json in it or below. Name a run folder.");
}
