using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>What a stranger needs beside the weights to compute a policy's values, as JSON in a weights file's metadata.</summary>
/// <remarks>Per hidden layer: weight, LayerNorm with its ε if there is one, activation; then the head. A weight is <c>[outputs, inputs]</c>, as PyTorch
/// writes it. Where layers are given one by one, each has its path, by which its weights are found, what it is, and shapes; images are <c>[H, W, C]</c> and
/// are flattened in that order. Observations are flattened and, where a task has constants, become <c>(x - offset) / scale</c> first; where they are
/// planes, <c>[planes, pixels, channels]</c>, they become <c>[pixels, planes, channels]</c> after that.</remarks>
internal static class NetworkDescription
{
    public const string Key = "envhub.network";

    /// <param name="tasks">The tasks' names, by the learner's numbers.</param>
    public static string Of(INetworkPolicy policy, IReadOnlyList<string> tasks)
    {
        var spec = policy.Network.Spec;
        var network = spec.Layers is null ? Perceptron(spec) : Layers(spec);
        network["inputs"] = ChoiceNames.NameOf(spec.Inputs);
        network["heads"] = new JsonArray([.. spec.Heads.Select(Head)]);
        network["tasks"] = new JsonArray([.. tasks.Select((name, task) => Task(policy, task, name))]);
        if (spec.LayerNorm || spec.Layers is not null) network["layerNormEpsilon"] = LayerNormalization.DefaultEpsilon;
        return network.ToJsonString();
    }

    private static JsonObject Perceptron(NetworkSpec spec) => new()
    {
        ["hidden"] = Numbers(spec.Hidden), ["activation"] = ChoiceNames.NameOf(spec.Activation), ["layerNorm"] = spec.LayerNorm,
    };

    private static JsonObject Layers(NetworkSpec spec)
    {
        var plan = NetworkPlan.Of(spec);
        return new()
        {
            ["encoders"] = new JsonArray([.. plan.Encoders.Select(part => new JsonObject
            {
                ["name"] = part.Name, ["heads"] = new JsonArray([.. part.Heads.Select(head => JsonValue.Create(spec.Heads[head].Name))]), ["layers"] = Layers(part.Layers),
            })]),
            ["trunk"] = Layers(plan.Trunk.Layers),
        };
    }

    private static JsonArray Layers(IReadOnlyList<PlannedLayer> layers) => new([.. layers.Select(layer => new JsonObject
    {
        ["path"] = layer.Path, ["layer"] = $"{layer.Spec}", ["input"] = $"{layer.Input}", ["output"] = $"{layer.Output}", ["layers"] = Layers(layer.Inner),
    })]);

    private static JsonObject Head(HeadSpec head)
    {
        var json = new JsonObject { ["name"] = head.Name, ["inputs"] = head.InputSize, ["outputs"] = head.OutputSize };
        if (head.Input.IsImage) json["shape"] = $"{head.Input}";
        if (head.Outputs.Count > 0) json["parts"] = new JsonArray([.. head.Outputs.Select(output => new JsonObject { ["name"] = output.Name, ["size"] = output.Size })]);
        return json;
    }

    private static JsonObject Task(INetworkPolicy policy, int task, string name)
    {
        var json = new JsonObject { ["name"] = name, ["head"] = policy.Network.Spec.Heads[policy.HeadOf(task)].Name };
        if (policy.PlanesOf(task) is var (planes, pixels, channels)) json["observationPlanes"] = Numbers((int[])[planes, pixels, channels]);
        if (policy.ScalingOf(task) is not { } scaling) return json;
        json["observationOffset"] = Numbers(scaling.Offset);
        json["observationScale"] = Numbers(scaling.Scale);
        return json;
    }

    private static JsonArray Numbers<T>(IEnumerable<T> values) where T : struct => new([.. values.Select(value => JsonValue.Create(value))]);
}
