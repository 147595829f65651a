using System.CommandLine;
using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary><c>envhub plugin</c>: plugins as files, into a hub and out of it.</summary>
internal static class PluginVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal) => new("plugin", "Pack a plugin, put one into the hub, take one out.")
    {
        Pack(terminal), Add(hub, terminal), Remove(hub, terminal), ListPluginsVerb.Create(hub, terminal, "list"),
    };

    private static Command Pack(Terminal terminal)
    {
        var folder = new Argument<string>("folder") { Description = "A built plugin's folder: plugin.json, the assembly and what it needs." };
        var output = new Option<string?>("--output") { Description = $"The file to write. Default: ID-VERSION{PluginPackage.Extension} here.", HelpName = "file" };
        var force = new Option<bool>("--force") { Description = "Overwrite the file." };
        var json = CommonOptions.Json();
        var verb = new Command("pack", "Make one file of a built plugin.") { folder, output, force, json };
        verb.SetAction(parsed =>
        {
            string file = PluginPackage.Pack(parsed.GetValue(folder)!, parsed.GetValue(output), parsed.GetValue(force));
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, new JsonObject { ["file"] = file, ["bytes"] = new FileInfo(file).Length });
            else terminal.Output.WriteLine($"{file}: {Words.Bytes(new FileInfo(file).Length)}. Put it into a hub with: envhub plugin add {file}");
            return ExitCode.Ok;
        });
        return verb;
    }

    private static Command Add(Option<string?> hub, Terminal terminal)
    {
        var source = new Argument<string>("file|folder") { Description = "A package, or a built plugin's folder." };
        var replace = new Option<bool>("--replace") { Description = "Put it in the place of a plugin of the same id." };
        var json = CommonOptions.Json();
        var verb = new Command("add", "Put a plugin into the first plugin folder of hub.json: whole, or not at all.") { source, replace, json };
        verb.SetAction(parsed =>
        {
            var status = PluginInstaller.Add(Hub.Read(parsed.GetValue(hub)), parsed.GetValue(source)!, parsed.GetValue(replace));
            string[] brings = [.. status.Environments, .. status.Learners, .. status.Backends, .. status.Wrappers, .. status.Providers.Select(provider => $"{provider}/<id>")];
            if (parsed.GetValue(json))
                JsonOutput.Write(terminal, new JsonObject { ["id"] = status.Id, ["version"] = status.Version, ["folder"] = status.Folder, ["brings"] = JsonOutput.Array(brings) });
            else terminal.Output.WriteLine($"{status.Id} {status.Version} is in {status.Folder} and brings {string.Join(", ", brings)}.");
            return ExitCode.Ok;
        });
        return verb;
    }

    private static Command Remove(Option<string?> hub, Terminal terminal)
    {
        var id = new Argument<string>("id") { Description = "The plugin's id, as 'plugin list' shows it." };
        var json = CommonOptions.Json();
        var verb = new Command("remove", "Take a plugin out of the hub and delete its folder.") { id, json };
        verb.SetAction(parsed =>
        {
            string folder = PluginInstaller.Remove(Hub.Read(parsed.GetValue(hub)), parsed.GetValue(id)!);
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, new JsonObject { ["id"] = parsed.GetValue(id), ["folder"] = folder });
            else terminal.Output.WriteLine($"{parsed.GetValue(id)}: removed, {folder} is gone.");
            return ExitCode.Ok;
        });
        return verb;
    }
}
