using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>What a stage builds on, in hub.json: the name of an earlier stage alone, or an object that says which policy from elsewhere.</summary>
[StandsForText(nameof(Stage))]
public sealed record SourceOptions
{
    /// <summary>The name of an earlier stage of the arm.</summary>
    public string? Stage { get; init; }

    /// <summary>An ONNX file with a policy, instead of a stage; relative paths are from the folder of hub.json.</summary>
    public string? Onnx { get; init; }

    /// <summary>The name by which such a policy is known as a teacher. Default: the file's, without its ending.</summary>
    public string? Name { get; init; }

    /// <summary>Names of the stage's tasks that the policy plays. Default: all.</summary>
    public IReadOnlyList<string>? Tasks { get; init; }

    /// <summary>How the file is read: the options of the learner <c>onnx</c>, except its file.</summary>
    public JsonElement Options { get; init; }
}
