namespace EnvHub.Hosting;

/// <summary>Messages of other tools' formats: codes EH3900 to EH3999.</summary>
internal static partial class HostingErrors
{
    public static HubException NoNetworkToExport(string learner) => new("EH3901",
        $"learner '{learner}': its policy does not say by which network it computes its values, so it cannot be exported. "
        + "Ask its author to implement INetworkPolicy.");

    public static HubException NoSuchTaskToExport(string task, IEnumerable<string> tasks) => new("EH3902",
        $"task '{task}': the trial has no such task; it has {NameList.Of(tasks)}.{CloseMatch.Hint(task, tasks)}");

    public static HubException NoSuchSegment(string name) => new("EH3903",
        $"network: it has no segment '{name}', so it is not of the form that is exported. Train with the backend 'embedded', or one that names its segments alike.");

    public static HubException ExportNotWritable(string path, Exception fault) => new("EH3904",
        $"{path}: it cannot be written: {fault.Message} Name a file in a folder that exists and that you may write to.", fault);

    public static HubException NoOperation(string path, string layer) => new("EH3905",
        $"ONNX, {path}: there is no operation for the layer {layer}. Export the weights instead: model.safetensors has them.");
}
