namespace EnvHub.Contracts;

/// <summary>A multi-layer perceptron with a shared trunk: linear, optional LayerNorm, activation per hidden layer; a linear head per task.</summary>
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

    /// <summary>How tasks of different observation size share the first layer; no difference with one head.</summary>
    public InputSharing Inputs { get; init; } = InputSharing.EncoderPerTask;
}
