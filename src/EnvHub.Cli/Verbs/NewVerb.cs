using System.CommandLine;
using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary><c>envhub new</c>: a plugin's project to begin with.</summary>
internal static class NewVerb
{
    public static Command Create(Terminal terminal) => new("new", "Write a plugin's project that builds and passes its tests.")
    {
        Create(PluginKind.Environment, new("id") { Description = "The environment's id, e.g. my-lab/Maze-v0." }, "check {0}", terminal),
        Create(PluginKind.Learner, new("name") { Description = "The learner's name, e.g. my-dqn." }, "train CartPole-v1 --learner {0}", terminal),
        Create(PluginKind.Wrapper, new("name") { Description = "The wrapper's name, e.g. StepCost." }, "train CartPole-v1 --learner dqn --wrap {0}", terminal),
    };

    private static Command Create(PluginKind kind, Argument<string> id, string use, Terminal terminal)
    {
        string word = kind.ToString().ToLowerInvariant();
        var folder = new Option<string?>("--folder") { Description = "The folder to make. Default: one of the project's name here.", HelpName = "folder" };
        var packages = new Option<string?>("--packages")
        {
            Description = "The folder of the hub's libraries as NuGet packages. Default: 'packages' beside the executable, or where 'dotnet pack' puts them.", HelpName = "folder",
        };
        var json = CommonOptions.Json();
        var verb = new Command(word, $"Write the project of {(kind == PluginKind.Environment ? "an" : "a")} {word}, with tests, to be changed into yours.") { id, folder, packages, json };
        verb.SetAction(parsed =>
        {
            string name = parsed.GetValue(id)!;
            var template = PluginTemplate.Of(kind, name);
            string written = template.Write(parsed.GetValue(folder), parsed.GetValue(packages));
            if (parsed.GetValue(json))
                JsonOutput.Write(terminal, new JsonObject { ["folder"] = written, ["project"] = template.Project, ["plugin"] = template.Plugin });
            else WriteSteps(terminal, template, written, string.Format(System.Globalization.CultureInfo.InvariantCulture, use, name));
            return ExitCode.Ok;
        });
        return verb;
    }

    private static void WriteSteps(Terminal terminal, PluginTemplate template, string folder, string use)
    {
        terminal.Output.WriteLine($"{folder}: the plugin {template.Plugin}. Its README.md says which file is what. Next:");
        terminal.Output.WriteLine();
        terminal.Output.WriteLine($"  cd {folder}");
        terminal.Output.WriteLine("  dotnet test -c Release");
        terminal.Output.WriteLine($"  envhub plugin add artifacts/bin/{template.Project}/release --hub HUB.JSON");
        terminal.Output.WriteLine($"  envhub {use} --hub HUB.JSON");
    }
}
