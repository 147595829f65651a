namespace EnvHub.Learning.Tests;

/// <summary>A network whose outputs are its inputs, with parameters laid out in padded rows: two inputs, three outputs, rows of four.</summary>
internal sealed class EchoNetwork(int size) : INetwork
{
    /// <summary>Rows that the last forward was asked for.</summary>
    public int LastRows { get; private set; }

    public NetworkSpec Spec { get; } = new() { Heads = [new HeadSpec("echo", size, size)] };

    public ParameterVector Parameters { get; } = HandMade.Backend.CreateVector(11);

    public ParameterVector Gradients { get; } = HandMade.Backend.CreateVector(11);

    public IReadOnlyList<ParameterSegment> Segments { get; } =
        [new("head.echo.weight", 0, Rows: 2, Columns: 3, Stride: 4), new("head.echo.bias", 8, Rows: 1, Columns: 3, Stride: 3)];

    public ParameterVector CreateVector() => HandMade.Backend.CreateVector(Parameters.Length);

    public void Export(ParameterVector vector, ParameterSegment segment, Span<float> values)
    {
        for (int row = 0; row < segment.Rows; row++)
            for (int column = 0; column < segment.Columns; column++)
                values[column * segment.Rows + row] = vector.Span()[segment.Offset + row * segment.Stride + column];
    }

    public void Import(ParameterVector vector, ParameterSegment segment, ReadOnlySpan<float> values)
    {
        for (int row = 0; row < segment.Rows; row++)
            for (int column = 0; column < segment.Columns; column++)
                vector.Span()[segment.Offset + row * segment.Stride + column] = values[column * segment.Rows + row];
    }

    public void Forward(int head, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        LastRows = inputs.Length / size;
        inputs.CopyTo(outputs);
    }

    public void Backward(int head, ReadOnlySpan<float> outputGradients) => throw new NotSupportedException();

    public void Dispose() { }
}
