using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>Where each part of a network lies in its flat parameter vector. Every row begins at a cache line, so that kernels work on
/// whole vectors; the gaps are zero and stay zero.</summary>
internal sealed class ParameterLayout
{
    private readonly List<ParameterSegment> _segments = [];

    public ParameterLayout(NetworkSpec spec)
    {
        int layers = spec.Hidden.Count;
        Trunk = new LinearPart[layers];
        Norms = new NormPart[layers];
        First = new LinearPart[spec.Heads.Count];
        Heads = new LinearPart[spec.Heads.Count];
        PlaceFirst(spec);
        for (int layer = 0; layer < layers; layer++)
        {
            if (layer > 0) Trunk[layer] = PlaceLinear($"trunk.{layer}", spec.Hidden[layer - 1], spec.Hidden[layer]);
            if (spec.LayerNorm) Norms[layer] = PlaceNorm($"trunk.{layer}.norm", spec.Hidden[layer]);
        }
        for (int head = 0; head < Heads.Length; head++)
            Heads[head] = PlaceLinear($"head.{spec.Heads[head].Name}", spec.Hidden[^1], spec.Heads[head].OutputSize);
    }

    public IReadOnlyList<ParameterSegment> Segments => _segments;

    /// <summary>Length of the parameter vector.</summary>
    public int Length { get; private set; }

    /// <summary>The first layer as each head sees it.</summary>
    public LinearPart[] First { get; }

    /// <summary>The shared layers; the first entry is empty.</summary>
    public LinearPart[] Trunk { get; }

    /// <summary>One per hidden layer; empty entries without LayerNorm.</summary>
    public NormPart[] Norms { get; }

    public LinearPart[] Heads { get; }

    private void PlaceFirst(NetworkSpec spec)
    {
        int units = spec.Hidden[0], heads = spec.Heads.Count;
        if (heads == 1) First[0] = PlaceLinear("trunk.0", spec.Heads[0].InputSize, units);
        else if (spec.Inputs == InputSharing.EncoderPerTask)
            for (int head = 0; head < heads; head++)
                First[head] = PlaceLinear($"encoder.{spec.Heads[head].Name}", spec.Heads[head].InputSize, units);
        else PlaceShared(spec, units);
    }

    // Zeros times weights are zero and a one-hot picks a row: a head reads the rows of its own inputs and adds its one-hot's row to the bias.
    private void PlaceShared(NetworkSpec spec, int units)
    {
        int longest = spec.Heads.Max(head => head.InputSize);
        var shared = PlaceLinear("trunk.0", longest + spec.Heads.Count, units);
        for (int head = 0; head < First.Length; head++)
            First[head] = shared with { Inputs = spec.Heads[head].InputSize, OneHotRow = shared.Weight + (longest + head) * shared.Stride };
    }

    private LinearPart PlaceLinear(string name, int inputs, int outputs) =>
        new(Place($"{name}.weight", inputs, outputs), Place($"{name}.bias", 1, outputs), inputs, outputs);

    private NormPart PlaceNorm(string name, int units) => new(Place($"{name}.weight", 1, units), Place($"{name}.bias", 1, units), units);

    private int Place(string name, int rows, int columns)
    {
        if (Length + (long)rows * AlignedBuffer.Pad(columns) > int.MaxValue) throw NetworkErrors.TooLarge();
        ParameterSegment segment = new(name, Length, rows, columns, AlignedBuffer.Pad(columns));
        _segments.Add(segment);
        Length += segment.Length;
        return segment.Offset;
    }
}
