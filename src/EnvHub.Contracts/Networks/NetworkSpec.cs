namespace EnvHub.Contracts;

/// <summary>A network with a part that all tasks share and a head per task. By default a multi-layer perceptron: linear, optional LayerNorm, activation per
/// hidden layer; a linear head per task. With <see cref="Layers"/> whatever they say.</summary>
public sealed record NetworkSpec
{
    /// <summary>One per task.</summary>
    public required IReadOnlyList<HeadSpec> Heads { get; init; }

    /// <summary>Units of each hidden layer; at least one layer.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [128, 128];

    /// <summary>After each hidden layer.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Whether each hidden layer is normalised before its activation.</summary>
    public bool LayerNorm { get; init; }

    /// <summary>How tasks of different observation size share the first layer, or with <see cref="Layers"/> the encoder; no difference with one head.</summary>
    public InputSharing Inputs { get; init; } = InputSharing.EncoderPerTask;

    /// <summary>The layers one by one, in place of <see cref="Hidden"/>, <see cref="Activation"/> and <see cref="LayerNorm"/>; null for the perceptron.</summary>
    public NetworkLayers? Layers { get; init; }

    /// <summary>How many layers transfer can tell apart below the heads: the hidden ones, or 1 where layers are given one by one.</summary>
    public int Depth => Layers is null ? Hidden.Count : 1;
}
