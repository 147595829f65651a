namespace EnvHub.Learning.Tests;

/// <summary><c>y = w₂·(w₁·x)</c>: one number in, one out; w₁ is the trunk, w₂ the head. Simple enough to do by hand.</summary>
internal sealed class LinearNetwork(float trunk, float head) : INetwork
{
    private float[] _inputs = [];

    public NetworkSpec Spec { get; } = new() { Heads = [new("one", 1, 1)], Hidden = [1] };

    public ParameterVector Parameters { get; } = HandMade.Backend.VectorOf(trunk, head);

    public ParameterVector Gradients { get; } = HandMade.Backend.CreateVector(2);

    public IReadOnlyList<ParameterSegment> Segments { get; } = [new("trunk.0.weight", 0, 1, 1, 1), new("head.one.weight", 1, 1, 1, 1)];

    public ParameterVector CreateVector() => HandMade.Backend.CreateVector(2);

    public void Export(ParameterVector vector, ParameterSegment segment, Span<float> values) => values[0] = vector.Span()[segment.Offset];

    public void Import(ParameterVector vector, ParameterSegment segment, ReadOnlySpan<float> values) => vector.Span()[segment.Offset] = values[0];

    public void Forward(int head, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        _inputs = inputs.ToArray();
        for (int i = 0; i < inputs.Length; i++) outputs[i] = Parameters.Span()[1] * Parameters.Span()[0] * inputs[i];
    }

    public void Backward(int head, ReadOnlySpan<float> outputGradients)
    {
        for (int i = 0; i < outputGradients.Length; i++)
        {
            Gradients.Span()[0] += outputGradients[i] * Parameters.Span()[1] * _inputs[i];
            Gradients.Span()[1] += outputGradients[i] * Parameters.Span()[0] * _inputs[i];
        }
    }

    public void Dispose() { }
}
