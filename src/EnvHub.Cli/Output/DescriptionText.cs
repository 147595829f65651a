using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>What learners are made of, as text and as JSON.</summary>
internal static class DescriptionText
{
    public static void Write(Terminal terminal, IReadOnlyList<LearnerDescription> learners)
    {
        for (int i = 0; i < learners.Count; i++)
        {
            if (i > 0) terminal.Output.WriteLine();
            Write(terminal, learners[i]);
        }
    }

    public static JsonArray Json(IReadOnlyList<LearnerDescription> learners) => new([.. learners.Select(Json)]);

    private static void Write(Terminal terminal, LearnerDescription learner)
    {
        Paragraph.Write(terminal, Title(learner));
        if (learner.Network is not { } network) return;
        var table = new TextTable("part", "layer", "gives", "parameters#", "used by");
        foreach (var part in network.Parts)
        {
            string users = Users(network, part);
            foreach (var layer in part.Layers) Add(table, layer, users);
            if (part.Layers.Count == 0 && part.Parameters.Count > 0)
                table.Add(part.Name, "linear", $"{part.Output}", Words.Count(part.ParameterCount), users);
        }
        table.Write(terminal);
        if (learner.Memory.Count > 0) Paragraph.Write(terminal, Memory(learner.Memory));
    }

    // A run's host, records and compiled code, beyond what this process takes; measured with a trial of CartPole-v1.
    private const long RunBytes = 24_000_000;

    // What a process takes without learning is measured: this one has the same runtime, hub and plugins.
    private static string Memory(IReadOnlyList<MemoryPart> parts) =>
        $"memory of a trial: {string.Join(", ", parts.Select(part => $"{part.Name} {Words.Bytes(part.Bytes)}"))}; with the process's own {Words.Bytes(OwnBytes)} "
        + $"{Words.Bytes(parts.Sum(part => part.Bytes) + OwnBytes)}";

    private static long OwnBytes { get; } = Environment.WorkingSet + RunBytes;

    private static void Add(TextTable table, PlannedLayer layer, string users)
    {
        table.Add(layer.Path, $"{layer.Spec}", $"{layer.Output}", Words.Count(layer.Parameters.Sum(parameter => parameter.Count)), users);
        foreach (var inner in layer.Inner) Add(table, inner, users);
    }

    private static string Title(LearnerDescription learner)
    {
        string tasks = string.Join(", ", learner.Tasks.Select(task => task.Spec.Name));
        string stage = learner.Stage.Name == learner.Arm ? "" : $", stage {learner.Stage.Name}";
        string what = learner.Network is { } network
            ? $"one network of {Words.Count(network.Parts.Sum(part => part.ParameterCount))} parameters on {learner.Stage.Backend.Name}"
            : "which does not say what network it makes";
        return $"{learner.Arm}{stage}: {learner.Stage.Learner.Name} on {tasks}, {what}";
    }

    private static string Users(NetworkPlan network, PlannedPart part) =>
        part.Heads.Count == network.Heads.Count && part.Heads.Count > 1 ? "all tasks" : string.Join(", ", part.Heads.Select(head => network.Spec.Heads[head].Name));

    private static JsonObject Json(LearnerDescription learner) => new()
    {
        ["arm"] = learner.Arm,
        ["stage"] = learner.Stage.Name,
        ["learner"] = learner.Stage.Learner.Name,
        ["backend"] = learner.Stage.Backend.Name,
        ["tasks"] = JsonOutput.Array(learner.Tasks.Select(task => task.Spec.Name)),
        ["parameters"] = learner.Network?.Parts.Sum(part => part.ParameterCount),
        ["memory"] = learner.Memory.Count == 0 ? null : new JsonObject
        {
            ["parts"] = new JsonArray([.. learner.Memory.Select(part => new JsonObject { ["name"] = part.Name, ["bytes"] = part.Bytes })]),
            ["processBytes"] = OwnBytes,
            ["bytes"] = learner.Memory.Sum(part => part.Bytes) + OwnBytes,
        },
        ["parts"] = learner.Network is { } network ? new JsonArray([.. network.Parts.Select(part => Json(network, part))]) : null,
    };

    private static JsonObject Json(NetworkPlan network, PlannedPart part) => new()
    {
        ["name"] = part.Name,
        ["input"] = Shape(part.Input),
        ["output"] = Shape(part.Output),
        ["parameters"] = part.ParameterCount,
        ["tasks"] = JsonOutput.Array(part.Heads.Select(head => network.Spec.Heads[head].Name)),
        ["layers"] = new JsonArray([.. part.Layers.Select(Json)]),
    };

    private static JsonObject Json(PlannedLayer layer) => new()
    {
        ["path"] = layer.Path,
        ["layer"] = $"{layer.Spec}",
        ["input"] = Shape(layer.Input),
        ["output"] = Shape(layer.Output),
        ["parameters"] = layer.AllParameters.Sum(parameter => parameter.Count),
        ["layers"] = new JsonArray([.. layer.Inner.Select(Json)]),
    };

    private static JsonArray Shape(TensorShape shape) => shape.IsImage ? [shape.Height, shape.Width, shape.Channels] : [shape.Channels];
}
