using System.Text.Json.Nodes;
using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>Shows Pythons.</summary>
internal static class PythonText
{
    /// <summary>A line about one.</summary>
    public static string Describe(PythonFinding finding, bool isChosen) => $"{finding.Candidate.Path} ({finding.Candidate.Origin}): "
        + (finding.Python is not { } python ? "does not answer"
            : $"{python.Version}, {string.Join(", ", Has(python))}{With(finding.Candidate.Extras)}{(isChosen ? "; used" : finding.Missing is { } missing ? $"; passed over: {missing}" : "")}");

    /// <summary>The extra packages of a prepared one; nothing where it has none.</summary>
    public static string With(IReadOnlyList<string> extras) => extras.Count == 0 ? "" : $", with {string.Join(", ", extras)}";

    public static JsonNode ToJson(PythonFinding finding, bool isChosen) => new JsonObject
    {
        ["path"] = finding.Candidate.Path,
        ["origin"] = finding.Candidate.Origin,
        ["version"] = finding.Python?.Version,
        ["numpy"] = finding.Python?.NumPy,
        ["gymnasium"] = finding.Python?.Gymnasium,
        ["torch"] = finding.Python?.Torch,
        ["extras"] = JsonOutput.Array(finding.Candidate.Extras.Select(name => (JsonNode)name)),
        ["missing"] = finding.Missing,
        ["used"] = isChosen,
    };

    public static JsonNode ToJson(PythonSetupResult result) => new JsonObject
    {
        ["folder"] = result.Folder,
        ["isNew"] = result.IsNew,
        ["interpreter"] = result.Python.Path,
        ["source"] = result.Manifest.Source == PythonSource.Pip ? "pip" : "debian",
        ["python"] = result.Python.Version,
        ["numpy"] = result.Python.NumPy,
        ["gymnasium"] = result.Python.Gymnasium,
        ["extras"] = JsonOutput.Array(result.Manifest.Extras.Select(name => (JsonNode)name)),
        ["environment"] = new JsonObject(result.Python.Environment.Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value))),
        ["packages"] = JsonOutput.Array(result.Manifest.Packages.Select(package => (JsonNode)new JsonObject
        {
            ["name"] = package.Name,
            ["version"] = package.Version,
            ["sha256"] = package.Sha256,
        })),
    };

    private static IEnumerable<string> Has(PythonInterpreter python) => new[]
    {
        python.NumPy is null ? null : $"NumPy {python.NumPy}",
        python.Gymnasium is null ? null : $"Gymnasium {python.Gymnasium}",
        python.Torch is null ? null : $"PyTorch {python.Torch}",
    }.OfType<string>().DefaultIfEmpty("none of NumPy, Gymnasium, PyTorch");
}
