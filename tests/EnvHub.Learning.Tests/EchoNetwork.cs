namespace EnvHub.Learning.Tests;

/// <summary>A network whose outputs are its inputs, with parameters laid out in padded rows: two inputs, three outputs, rows of four.</summary>
internal sealed class EchoNetwork(int size) : INetwork
{
    private readonly float[] _parameters = new float[11], _gradients = new float[11];

    /// <summary>Rows that the last forward was asked for.</summary>
    public int LastRows { get; private set; }

    public NetworkSpec Spec { get; } = new() { Heads = [new HeadSpec("echo", size, size)] };

    public Span<float> Parameters => _parameters;

    public Span<float> Gradients => _gradients;

    public IReadOnlyList<ParameterSegment> Segments { get; } =
        [new("head.echo.weight", 0, Rows: 2, Columns: 3, Stride: 4), new("head.echo.bias", 8, Rows: 1, Columns: 3, Stride: 3)];

    public void Forward(int head, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        LastRows = inputs.Length / size;
        inputs.CopyTo(outputs);
    }

    public void Backward(int head, ReadOnlySpan<float> outputGradients) => throw new NotSupportedException();

    public void Dispose() { }
}
