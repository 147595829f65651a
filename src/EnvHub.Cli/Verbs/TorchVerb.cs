using System.CommandLine;
using System.Text.Json.Nodes;
using EnvHub.Torch;

namespace EnvHub.Cli;

/// <summary><c>envhub torch</c>: which libtorch is there, and one of the hub's own, for the backend <c>torchsharp</c>.</summary>
internal static class TorchVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal) =>
        new("torch", "The libtorch that the backend torchsharp computes with.") { Setup(hub, terminal), List(hub, terminal) };

    private static Command Setup(Option<string?> hub, Terminal terminal)
    {
        var folder = new Option<string?>("--folder") { Description = "Where to. Default: .envhub/torch beside hub.json.", HelpName = "path" };
        var source = new Option<TorchSource>("--from") { Description = "The package, for the CPU alone, or the PyTorch of a Python, which is the way to CUDA.", DefaultValueFactory = _ => TorchSource.Package };
        var python = new Option<string?>("--python") { Description = "With --from python: the interpreter. Default: the first whose PyTorch will do.", HelpName = "path" };
        var again = new Option<bool>("--again") { Description = "Prepare anew what is there and works." };
        var json = CommonOptions.Json();
        var verb = new Command("setup", "Prepare libtorch, and newer system libraries where it needs them, in a folder; nothing else changes.") { folder, source, python, again, json };
        verb.Validators.Add(result =>
        {
            if (result.IsGiven(python) && result.GetValue(source) != TorchSource.Python) result.AddError("--python goes with --from python; give both, or neither.");
        });
        verb.SetAction((parsed, cancellation) => CommonOptions.Attempt(terminal, async () =>
        {
            string? named = parsed.GetValue(folder);
            var options = new TorchSetupOptions
            {
                Folder = named ?? TorchPlaces.DefaultFolder(Hub.Read(parsed.GetValue(hub)).Root),
                Source = parsed.GetValue(source),
                Python = parsed.GetValue(python),
                Again = parsed.GetValue(again),
            };
            var result = await TorchSetup.RunAsync(options, terminal.Error.WriteLine, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, TorchText.ToJson(result));
            else Tell(terminal, result, isNamed: named is not null);
            return ExitCode.Ok;
        }));
        return verb;
    }

    private static Command List(Option<string?> hub, Terminal terminal)
    {
        var json = CommonOptions.Json();
        var verb = new Command("list", "Every libtorch in the order in which they count, why some are passed over, and the devices.") { json };
        verb.SetAction(parsed =>
        {
            Hub.Read(parsed.GetValue(hub));
            var found = TorchLocator.Search();
            var chosen = found.FirstOrDefault(library => library.Missing is null);
            string? refusal = TorchRuntime.Refusal("cpu");
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, Json(found, chosen, refusal));
            else Write(terminal, found, chosen);
            if (refusal is not null) terminal.Error.WriteLine(refusal);
            return refusal is null ? ExitCode.Ok : ExitCode.Failed;
        });
        return verb;
    }

    private static void Write(Terminal terminal, IReadOnlyList<TorchLibrary> found, TorchLibrary? chosen)
    {
        foreach (var library in found)
            terminal.Output.WriteLine($"{(library == chosen ? "*" : " ")} {TorchText.Describe(library)}{(library.Missing is { } missing ? $": {missing}" : "")}");
        terminal.Output.WriteLine(TorchText.Devices());
    }

    private static JsonObject Json(IReadOnlyList<TorchLibrary> found, TorchLibrary? chosen, string? refusal) => new()
    {
        ["libraries"] = new JsonArray([.. found.Select(library => TorchText.ToJson(library, library == chosen))]),
        ["cudaDevices"] = JsonOutput.Array(CudaDevices.Names),
        ["refusal"] = refusal,
    };

    private static void Tell(Terminal terminal, TorchSetupResult result, bool isNamed)
    {
        string room = result.Manifest.Room is null ? "" : " Newer system libraries lie beside it; the command starts itself anew with them where a trial needs them.";
        terminal.Output.WriteLine($"{result.Folder}: {(result.IsNew ? "ready" : "was ready")}; libtorch {TorchText.Describe(result.Library)}.{room}");
        if (isNamed) terminal.Output.WriteLine($"If it is not the hub's .envhub/torch, name it: {TorchPlaces.FolderVariable}={result.Folder}");
    }
}
