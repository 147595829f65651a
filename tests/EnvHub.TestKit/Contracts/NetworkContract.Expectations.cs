using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <content>What a spec says about names, sizes and first weights.</content>
public abstract partial class NetworkContract
{
    private static Dictionary<string, (int Rows, int Columns)> ExpectedSizes(NetworkSpec spec)
    {
        Dictionary<string, (int, int)> sizes = [];
        void Add(string name, int inputs, int outputs) => (sizes[$"{name}.weight"], sizes[$"{name}.bias"]) = ((inputs, outputs), (1, outputs));

        int first = spec.Hidden[0];
        if (spec.Heads.Count == 1) Add("trunk.0", spec.Heads[0].InputSize, first);
        else if (spec.Inputs == InputSharing.PaddedOneHot) Add("trunk.0", spec.Heads.Max(head => head.InputSize) + spec.Heads.Count, first);
        else
            foreach (var head in spec.Heads) Add($"encoder.{head.Name}", head.InputSize, first);
        for (int layer = 0; layer < spec.Hidden.Count; layer++)
        {
            if (layer > 0) Add($"trunk.{layer}", spec.Hidden[layer - 1], spec.Hidden[layer]);
            if (spec.LayerNorm) Add($"trunk.{layer}.norm", 1, spec.Hidden[layer]);
        }
        foreach (var head in spec.Heads) Add($"head.{head.Name}", spec.Hidden[^1], head.OutputSize);
        return sizes;
    }

    // Drawn in the order of the segments, a weight output by output.
    private static float[] ExpectedInitialization(INetwork network, RandomGenerator random)
    {
        float[] expected = new float[network.Parameters.Length];
        double bound = 0;
        foreach (var segment in network.Segments)
        {
            bool isNorm = segment.Name.Contains(".norm.", StringComparison.Ordinal);
            if (segment.IsMatrix) bound = 1 / Math.Sqrt(segment.Rows);
            for (int column = 0; column < segment.Columns; column++)
                for (int row = 0; row < segment.Rows; row++)
                    expected[segment.Offset + row * segment.Stride + column] =
                        !isNorm ? (float)random.Uniform(-bound, bound) : segment.Name.EndsWith(".weight", StringComparison.Ordinal) ? 1 : 0;
        }
        return expected;
    }

    // Gains of 1 and shifts of 0 would hide mistakes in their use.
    private INetwork Perturbed(NetworkSpec spec)
    {
        var network = Create(spec);
        RandomGenerator random = new(Seed + 1);
        foreach (var segment in network.Segments)
            for (int row = 0; row < segment.Rows; row++)
                for (int column = 0; column < segment.Columns; column++)
                    network.Parameters[segment.Offset + row * segment.Stride + column] += (float)random.Uniform(-0.3, 0.3);
        return network;
    }

    private static bool[] GapsOf(INetwork network)
    {
        bool[] isGap = new bool[network.Parameters.Length];
        foreach (var segment in network.Segments)
            for (int i = 0; i < segment.Length; i++) isGap[segment.Offset + i] = i % segment.Stride >= segment.Columns;
        return isGap;
    }
}
