using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <content>What a spec says about names, shapes and first weights.</content>
public abstract partial class NetworkContract
{
    private static List<string> ExpectedSegments(NetworkSpec spec) =>
        spec.Layers is null ? ExpectedPerceptron(spec) : [.. NetworkPlan.Of(spec).Parameters.Select(parameter => $"{parameter.Name} {string.Join("x", parameter.Shape)}")];

    private static List<string> ExpectedPerceptron(NetworkSpec spec)
    {
        List<string> segments = [];
        void Linear(string name, int inputs, int outputs) => segments.AddRange([$"{name}.weight {outputs}x{inputs}", $"{name}.bias {outputs}"]);

        int first = spec.Hidden[0];
        if (spec.Heads.Count == 1) Linear("trunk.0", spec.Heads[0].InputSize, first);
        else if (spec.Inputs == InputSharing.PaddedOneHot) Linear("trunk.0", spec.Heads.Max(head => head.InputSize) + spec.Heads.Count, first);
        else
            foreach (var head in spec.Heads) Linear($"encoder.{head.Name}", head.InputSize, first);
        for (int layer = 0; layer < spec.Hidden.Count; layer++)
        {
            if (layer > 0) Linear($"trunk.{layer}", spec.Hidden[layer - 1], spec.Hidden[layer]);
            if (spec.LayerNorm) segments.AddRange([$"trunk.{layer}.norm.weight {spec.Hidden[layer]}", $"trunk.{layer}.norm.bias {spec.Hidden[layer]}"]);
        }
        foreach (var head in spec.Heads) Linear($"head.{head.Name}", spec.Hidden[^1], head.OutputSize);
        return segments;
    }

    // Drawn in the order of the segments, a weight output by output.
    private static float[] ExpectedInitialization(INetwork network, RandomGenerator random)
    {
        List<float> expected = [];
        double bound = 0;
        var norms = NetworkPlan.Of(network.Spec).Parameters.Where(parameter => parameter.Role is ParameterRole.Gain or ParameterRole.Shift).Select(parameter => parameter.Name).ToHashSet();
        foreach (var segment in network.Segments)
        {
            if (segment.IsMatrix) bound = 1 / Math.Sqrt(segment.Count / segment.Shape[0]);
            for (int i = 0; i < segment.Count; i++)
                expected.Add(!norms.Contains(segment.Name) ? (float)random.Uniform(-bound, bound) : segment.Name.EndsWith(".weight", StringComparison.Ordinal) ? 1 : 0);
        }
        return [.. expected];
    }

    // Gains of 1 and shifts of 0 would hide mistakes in their use.
    private INetwork Perturbed(NetworkSpec spec)
    {
        var network = Create(spec);
        RandomGenerator random = new(Seed + 1);
        float[] values = network.InFileOrder(network.Parameters);
        foreach (ref float value in values.AsSpan()) value += (float)random.Uniform(-0.3, 0.3);
        network.FromFileOrder(network.Parameters, values);
        return network;
    }
}
