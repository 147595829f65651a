using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>What a stranger needs beside the weights to compute a policy's values, as JSON in a weights file's metadata.</summary>
/// <remarks>Per hidden layer: weight, LayerNorm with its ε if there is one, activation; then the head. A weight is <c>[outputs, inputs]</c>, as PyTorch
/// writes it. Observations are flattened and, where a task has constants, become <c>(x - offset) / scale</c> first.</remarks>
internal static class NetworkDescription
{
    public const string Key = "envhub.network";

    /// <param name="tasks">The tasks' names, by the learner's numbers.</param>
    public static string Of(INetworkPolicy policy, IReadOnlyList<string> tasks)
    {
        var spec = policy.Network.Spec;
        var network = new JsonObject
        {
            ["hidden"] = Numbers(spec.Hidden),
            ["activation"] = ChoiceNames.NameOf(spec.Activation),
            ["layerNorm"] = spec.LayerNorm,
            ["inputs"] = ChoiceNames.NameOf(spec.Inputs),
            ["heads"] = new JsonArray([.. spec.Heads.Select(Head)]),
            ["tasks"] = new JsonArray([.. tasks.Select((name, task) => Task(policy, task, name))]),
        };
        if (spec.LayerNorm) network["layerNormEpsilon"] = LayerNormalization.DefaultEpsilon;
        return network.ToJsonString();
    }

    private static JsonObject Head(HeadSpec head) => new() { ["name"] = head.Name, ["inputs"] = head.InputSize, ["outputs"] = head.OutputSize };

    private static JsonObject Task(INetworkPolicy policy, int task, string name)
    {
        var json = new JsonObject { ["name"] = name, ["head"] = policy.Network.Spec.Heads[policy.HeadOf(task)].Name };
        if (policy.ScalingOf(task) is not { } scaling) return json;
        json["observationOffset"] = Numbers(scaling.Offset);
        json["observationScale"] = Numbers(scaling.Scale);
        return json;
    }

    private static JsonArray Numbers<T>(IEnumerable<T> values) where T : struct => new([.. values.Select(value => JsonValue.Create(value))]);
}
