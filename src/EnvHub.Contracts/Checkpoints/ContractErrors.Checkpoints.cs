namespace EnvHub.Contracts;

/// <content>Checkpoints and snapshots: codes EH1130 to EH1139.</content>
internal static partial class ContractErrors
{
    public static HubException CannotSnapshot(string environment) => new("EH1130",
        $"{environment}: it, or what it stands around, has no snapshots. Ask CanSnapshot first, and reset where it is false.");

    public static HubException WrongArrayLength(string name, int found, int expected) => new("EH1131",
        $"checkpoint: '{name}' holds {found} values; {expected} are needed. Nothing was changed. Continue with the settings that it was saved with.");

    public static HubException WrongSnapshotCopies(string environment, int found, int count) => new("EH1132",
        $"{environment}: the snapshot is of {found} copies; this has {count}. Nothing was changed. Continue with as many copies as before.");

    public static HubException NoArray(string name) => new("EH1133",
        $"checkpoint: there is no '{name}'. Read what was written.");

    public static HubException OtherArray(string name, Array found, string type, int length) => new("EH1134",
        $"checkpoint: '{name}' holds {found.Length} values of {found.GetType().GetElementType()?.Name}; {length} of {type} were asked for. Read what was written.");
}
