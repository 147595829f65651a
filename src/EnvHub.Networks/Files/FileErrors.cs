namespace EnvHub.Networks;

/// <summary>The messages about checkpoint files: codes EH1520 to EH1529.</summary>
internal static class FileErrors
{
    public static HubException NameTaken(string name) => new("EH1520",
        $"Checkpoint: '{name}' cannot be written; each name is written once, and '{SafeTensorsWriter.MetadataKey}' is the format's own. Give the parts prefixes.");

    public static HubException TypeNotTaken(string name, Type type) => new("EH1521",
        $"Checkpoint: '{name}' holds values of type {type.Name}; float, double, int, long, uint, ulong, byte and bool are taken. Convert them.");

    public static HubException WrongShape(string name, int length, int[] shape) => new("EH1522",
        $"Checkpoint: '{name}' has {length} values; its shape is [{string.Join(", ", shape)}]. Make the two agree.");

    public static HubException Truncated(long length, long needed) => new("EH1523",
        $"Safetensors file: {length} bytes are there; {needed} are needed. The file is truncated: fetch or write it again.");

    public static HubException BadHeader(string fault) => new("EH1524",
        $"Safetensors file: the header is malformed: {fault}. Check that the file is a safetensors file, and write it again.");

    public static HubException BadPlace(SafeTensor tensor, int size) => new("EH1525",
        $"Safetensors file: '{tensor.Name}' has the shape [{string.Join(", ", tensor.Shape)}] of {tensor.Type} ({size} bytes each); its bytes are "
        + $"{tensor.Begin} to {tensor.End}. The two must agree. Write the file again.");

    public static HubException Hole(SafeTensor tensor, long end) => new("EH1526",
        $"Safetensors file: '{tensor.Name}' begins at byte {tensor.Begin}; it must begin at {end}, where the array before it ends. Write the file again.");

    public static HubException LeftOver(long bytes) => new("EH1526",
        $"Safetensors file: {bytes} bytes at the end belong to no array; the arrays must fill the file. Write the file again.");

    public static HubException HeaderTooLong(ulong length, int allowed) => new("EH1527",
        $"Safetensors file: the header says that it has {length} bytes; it may have {allowed}. Check that the file is a safetensors file.");

    public static HubException NoSuchArray(string name, IEnumerable<string> names) => new("EH1528",
        $"Checkpoint: there is no '{name}'; there are {string.Join(", ", names.Order(StringComparer.Ordinal))}. Load what was saved by the same settings.");

    public static HubException OtherArray(SafeTensor tensor, int length, string type) => new("EH1529",
        $"Checkpoint: '{tensor.Name}' holds {tensor.Length} values of {tensor.Type}; {length} of {type} were asked for. Load it with the settings that it was saved with.");
}
