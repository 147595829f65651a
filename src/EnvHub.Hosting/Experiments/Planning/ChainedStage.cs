using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>A stage in an arm's chain, as written or as a policy from elsewhere stands for one.</summary>
/// <param name="Options">What it learns.</param>
/// <param name="Paths">Where it is written.</param>
/// <param name="From">Names of the stages that it builds on, those that files stand for among them; null for one at fault.</param>
/// <param name="Owner">The stage whose tasks it plays; null for one that was written as a stage.</param>
internal sealed record ChainedStage(StageOptions Options, ArmPaths Paths, IReadOnlyList<string?> From, StageOptions? Owner)
{
    /// <summary>The learner that plays ONNX files.</summary>
    public const string OnnxLearner = "onnx";

    private const string FileKey = "file";

    /// <summary>Names of the owner's tasks that it plays; null for all.</summary>
    public IReadOnlyList<string>? Played { get; init; }

    /// <summary>The stages of an arm, each file of a <c>from</c> as a stage of its own before the one that builds on it.</summary>
    public static IReadOnlyList<ChainedStage> Of(IReadOnlyList<StageOptions> stages, Func<int, ArmPaths> pathsOf, List<ConfigurationFault> faults)
    {
        var chain = new List<ChainedStage>();
        for (int i = 0; i < stages.Count; i++)
        {
            var (stage, paths) = (stages[i], pathsOf(i));
            var from = new List<string?>();
            for (int j = 0; j < stage.From.Count; j++)
            {
                var (source, path) = (stage.From[j], JsonPath.Item(paths.From, j));
                var problem = Problem(source, path);
                if (problem is not null) faults.Add(problem);
                var file = problem is null && source.Onnx is not null ? OfFile(stage, source, path, faults) : null;
                if (file is not null) chain.Add(file);
                from.Add(problem is null ? file?.Options.Name ?? source.Stage : null);
            }
            chain.Add(new(stage, paths, from, null));
        }
        return chain;
    }

    private static ConfigurationFault? Problem(SourceOptions source, string path)
    {
        if (source.Stage is null == source.Onnx is null)
            return new(path, source.Stage is null ? "neither \"stage\" nor \"onnx\"" : "\"stage\" and \"onnx\"", "the name of an earlier stage, or an ONNX file", "Give one of the two.");
        if (source.Onnx is { } file && string.IsNullOrWhiteSpace(file)) return new(JsonPath.Child(path, "onnx"), $"\"{file}\"", "an ONNX file", "Write its path.");
        return source.Stage is not null && (source.Name is not null || source.Tasks is not null || source.Options.ValueKind != JsonValueKind.Undefined)
            ? new(path, "\"name\", \"tasks\" or \"options\" beside \"stage\"", "the name of the stage alone", "A stage says these itself. Remove them here.") : null;
    }

    private static ChainedStage? OfFile(StageOptions stage, SourceOptions source, string path, List<ConfigurationFault> faults)
    {
        var options = new JsonObject { [FileKey] = source.Onnx };
        if (source.Options.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Object))
        {
            faults.Add(new(JsonPath.Child(path, "options"), FoundText.Of(source.Options), "an object", "Write an object in braces."));
            return null;
        }
        if (source.Options.ValueKind == JsonValueKind.Object)
            foreach (var option in source.Options.EnumerateObject())
                if (option.Name == FileKey) faults.Add(new(JsonPath.Child(JsonPath.Child(path, "options"), FileKey), "the key", "none: \"onnx\" names the file", "Remove it."));
                else options[option.Name] = JsonNode.Parse(option.Value.GetRawText());
        var player = new StageOptions
        {
            Name = source.Name ?? (Path.GetFileNameWithoutExtension(source.Onnx!) is { Length: > 0 } name ? name : OnnxLearner),
            Learner = OnnxLearner,
            Options = JsonElement.Parse(options.ToJsonString()),
            Evaluation = stage.Evaluation,
        };
        return new(player, ArmPaths.OfSource(path), [], stage) { Played = source.Tasks };
    }
}
