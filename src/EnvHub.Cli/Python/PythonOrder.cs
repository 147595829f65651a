using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>One of our Python programs to run.</summary>
/// <param name="Program">The embedded source's name, e.g. <c>parity.py</c>.</param>
/// <param name="Argument">What it is told.</param>
/// <param name="Longest">It is ended after that time.</param>
internal sealed record PythonOrder(string Program, JsonObject Argument, TimeSpan Longest)
{
    /// <summary>A folder that modules are imported from too; null for the current one alone.</summary>
    public string? ModuleFolder { get; init; }
}
