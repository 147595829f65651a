using System.CommandLine;
using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Options of the verbs that run Python.</summary>
internal static class PythonOptions
{
    /// <summary>Before the slash of ids that are Gymnasium's.</summary>
    public const string Prefix = "gymnasium/";

    public static Option<string?> Modules() => new("--modules")
    {
        Description = "A folder that Python imports modules from, for ids like my_module:Task-v0. Default: the current folder.",
        HelpName = "folder",
    };

    public static Option<int> Limit() => new Option<int>("--time-limit")
    {
        Description = "Seconds after which the Python side is ended.",
        HelpName = "seconds",
        DefaultValueFactory = _ => 600,
    }.AtLeast(1);

    /// <summary>Gymnasium's own form of an id.</summary>
    public static string Id(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id;

    /// <summary>Keyword arguments of <c>gymnasium.make</c>, from what <c>--set</c> says.</summary>
    public static JsonObject Arguments(string[] set) => JsonNode.Parse(EnvironmentPlanner.Assignments(set).GetRawText())!.AsObject();
}
