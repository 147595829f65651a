using System.Text.Json.Nodes;
using EnvHub.Evaluation;

namespace EnvHub.Cli;

/// <summary>What is to be compared.</summary>
/// <param name="PythonId">Gymnasium's id, <c>module:</c> before it where a module registers it.</param>
/// <param name="Arguments">Keyword arguments of <c>gymnasium.make</c>.</param>
/// <param name="Options">How much.</param>
/// <param name="Longest">The Python side is ended after that time.</param>
internal sealed record ParityOrder(string PythonId, JsonObject Arguments, ParityOptions Options, TimeSpan Longest)
{
    /// <summary>A folder that Python imports modules from too; null for the current one alone.</summary>
    public string? ModuleFolder { get; init; }
}
