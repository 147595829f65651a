using System.CommandLine;
using System.Text.Json.Nodes;
using EnvHub.Onnx;

namespace EnvHub.Cli;

/// <summary><c>envhub onnx</c>: the library that plays policies from ONNX files.</summary>
internal static class OnnxVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal) =>
        new("onnx", "The ONNX Runtime that plays policies from ONNX files.") { Setup(hub, terminal), List(hub, terminal) };

    private static Command Setup(Option<string?> hub, Terminal terminal)
    {
        var folder = new Option<string?>("--folder") { Description = "Where to. Default: .envhub/onnx beside hub.json.", HelpName = "path" };
        var again = new Option<bool>("--again") { Description = "Prepare anew what is there and works." };
        var json = CommonOptions.Json();
        var verb = new Command("setup", $"Prepare ONNX Runtime's library in a folder ({OnnxLibrary.Package.Size} to fetch, 30 MB to keep); nothing else changes.") { folder, again, json };
        verb.SetAction((parsed, cancellation) => CommonOptions.Attempt(terminal, async () =>
        {
            string? named = parsed.GetValue(folder);
            string chosen = named ?? OnnxPlaces.DefaultFolder(Hub.Read(parsed.GetValue(hub)).Root);
            var result = await OnnxSetup.RunAsync(chosen, parsed.GetValue(again), terminal.Error.WriteLine, TimeProvider.System, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, new JsonObject { ["folder"] = result.Folder, ["isNew"] = result.IsNew, ["library"] = result.Library.File, ["version"] = OnnxLibrary.Package.Version });
            else Tell(terminal, result, isNamed: named is not null);
            return ExitCode.Ok;
        }));
        return verb;
    }

    private static Command List(Option<string?> hub, Terminal terminal)
    {
        var json = CommonOptions.Json();
        var verb = new Command("list", "Every ONNX Runtime that was named or prepared, in the order in which they count.") { json };
        verb.SetAction(parsed =>
        {
            Hub.Read(parsed.GetValue(hub));
            var (found, chosen, refusal) = (OnnxLibrary.Search(), OnnxLibrary.Find(), OnnxLibrary.Refusal());
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, Json(found, chosen, refusal));
            else
                foreach (var library in found)
                    terminal.Output.WriteLine($"{(library == chosen ? "*" : " ")} {library.File} ({library.Origin}){(library.Missing is { } missing ? $": {missing}" : "")}");
            if (refusal is not null) terminal.Error.WriteLine(refusal);
            return refusal is null ? ExitCode.Ok : ExitCode.Failed;
        });
        return verb;
    }

    private static JsonObject Json(IReadOnlyList<OnnxLibrary> found, OnnxLibrary? chosen, string? refusal) => new()
    {
        ["version"] = OnnxLibrary.Package.Version,
        ["libraries"] = JsonOutput.Array(found.Select(library => (JsonNode)new JsonObject
        {
            ["file"] = library.File, ["origin"] = library.Origin, ["missing"] = library.Missing, ["chosen"] = library == chosen,
        })),
        ["refusal"] = refusal,
    };

    private static void Tell(Terminal terminal, OnnxSetupResult result, bool isNamed)
    {
        terminal.Output.WriteLine($"{result.Folder}: {(result.IsNew ? "ready" : "was ready")}; ONNX Runtime {OnnxLibrary.Package.Version}.");
        if (isNamed) terminal.Output.WriteLine($"If it is not the hub's .envhub/onnx, name it: {OnnxPlaces.FolderVariable}={result.Folder}");
    }
}
