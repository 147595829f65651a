namespace EnvHub.Contracts;

/// <summary>One task's side of a network.</summary>
/// <param name="Name">The task; part of the segments' names.</param>
/// <param name="InputSize">Numbers per observation.</param>
/// <param name="OutputSize">Numbers per observation that come out, all outputs together, e.g. one per action.</param>
public sealed record HeadSpec(string Name, int InputSize, int OutputSize)
{
    /// <summary>A head for observations of a shape, with one output.</summary>
    public HeadSpec(string name, TensorShape input, int outputSize) : this(name, input.Fits ? input.Size : 0, outputSize) => Input = input;

    /// <summary>A head with several outputs, such as an actor's and a critic's.</summary>
    public HeadSpec(string name, TensorShape input, IReadOnlyList<OutputSpec> outputs) : this(name, input, outputs.Sum(output => output.Size)) => Outputs = outputs;

    /// <summary>The shape of an observation; <see cref="InputSize"/> numbers.</summary>
    public TensorShape Input { get; private init; } = TensorShape.Vector(InputSize);

    /// <summary>The outputs in the order in which <see cref="INetwork.Forward"/> writes them; empty: one, that has no name of its own.</summary>
    public IReadOnlyList<OutputSpec> Outputs { get; private init; } = [];

    /// <inheritdoc/>
    public bool Equals(HeadSpec? other) =>
        other is not null && (Name, Input, OutputSize) == (other.Name, other.Input, other.OutputSize) && Outputs.SequenceEqual(other.Outputs);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Input, OutputSize);
}
