using System.Text.Json;
using static System.FormattableString;

namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>Every message about policies from ONNX files: codes EH4910 to EH4939.</summary>
internal static class OnnxPolicyErrors
{
    public static HubException NotLoaded(string file, string reason) => new("EH4910",
        $"ONNX Runtime in {file}: it could not be loaded ({reason}). It must be version {OnnxLibrary.Package.Version} for this platform; type 'envhub onnx setup --again', or take {OnnxPlaces.LibraryVariable} away.");

    public static HubException Unavailable(string reason) => new("EH4911", $"policy from an ONNX file: it cannot be played here. {reason}");

    public static HubException NoModel(string file) => new("EH4912",
        $"{file}: it is no ONNX model, or is cut off: its end is missing or its bytes mean nothing. Export or copy it again.");

    public static HubException UnknownOperator(string file, string name) => new("EH4913",
        $"{file}: it uses the operator {name}, which ONNX Runtime {OnnxLibrary.Package.Version} does not have. Export the network with operators of ONNX itself.");

    public static HubException TooNew(string file, string reason) => new("EH4914",
        $"{file}: it is written in a newer form of ONNX than ONNX Runtime {OnnxLibrary.Package.Version} reads ({reason}). Export it with an older operator set, such as 17.");

    public static HubException WeightsElsewhere(string file) => new("EH4915",
        $"{file}: its weights lie in another file, and a policy must be one file. Save it whole, in Python: onnx.save_model(onnx.load(FILE), FILE, save_as_external_data=False).");

    public static HubException Unsound(string file, string reason) => new("EH4916", $"{file}: ONNX Runtime does not take the model: {reason}. Check it with Python's onnx.checker, and export it again.");

    public static HubException NoSuchPort(string file, string what, string name, IEnumerable<string> known) => new("EH4917",
        $"{file}: it has no {what} '{name}'; it has {Names(known)}. Name one of these.");

    public static HubException WhichPort(string file, string what, string task, IEnumerable<string> known) => new("EH4918",
        $"{file}: which {what} is for the task '{task}' is not clear; it has {Names(known)}. Name one by the option '{what}'.");

    public static HubException FurtherInputs(string file, string chosen, IEnumerable<string> others) => new("EH4919",
        $"{file}: beside '{chosen}' it takes the inputs {Names(others)}, which the hub knows nothing of. Export a network that takes observations alone.");

    public static HubException BadType(string file, string what, string name, string type) => new("EH4920",
        $"{file}: its {what} '{name}' is of the type {type}; it may be a tensor of float32, float64, float16, uint8, int32 or int64. Export it with one of these.");

    public static HubException BadInput(string file, string task, string input, string shape, string expected) => new("EH4921",
        $"{file}: its input '{input}' takes {shape}, and an observation of '{task}' is {expected}. Choose the task it was made for, with the wrappers it was trained with.");

    public static HubException BadOutput(string file, string task, string output, string shape, string expected) => new("EH4922",
        $"{file}: its output '{output}' gives {shape}, and the task '{task}' needs {expected}. Choose the task it was made for, another output, or say what it is by the option 'gives'.");

    public static HubException BadMeaning(string file, string task, OutputMeaning meaning, string actions) => new("EH4923",
        $"{file}: 'gives' is {Written(meaning)}, and the actions of '{task}' are {actions}, of which a network can give the actions themselves alone. Leave 'gives' out, or write actions.");

    public static HubException BadScaling(string name, int count, int size, string task) => new("EH4924",
        $"{name} has {count} numbers; an observation of '{task}' has {size} elements, so it may have 1 or {size}, all finite{(name == "scale" ? " and not 0" : "")}.");

    public static HubException NoImage(string file, string task, ImageLayout layout) => new("EH4925",
        $"{file}: 'layout' is {Written(layout)}, and observations of '{task}' are no images. Leave it out.");

    public static HubException NotFinite(string file, string task, float value) => new("EH4926",
        Invariant($"{file}: the network gave {value} for the task '{task}'. Check its weights, and that observations are scaled as it was trained."));

    public static HubException NoSuchAction(string file, string task, double action, int count) => new("EH4927",
        Invariant($"{file}: the network gave the action {action} for the task '{task}', whose actions are 0 to {count - 1}. Check that it was made for this task, or say what its output is by the option 'gives'."));

    public static HubException Failed(string file, string reason) => new("EH4928", $"{file}: ONNX Runtime could not run the network: {reason}. Check it with the tool that exported it.");

    public static HubException NothingToPlay(string file) => new("EH4929",
        $"{file}: the file is not there, and no weights were loaded in its place. Put it back, or play a finished trial, whose record holds it.");

    // As hub.json writes it.
    private static string Written<T>(T choice) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{choice}");

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'").DefaultIfEmpty("none"));
}
