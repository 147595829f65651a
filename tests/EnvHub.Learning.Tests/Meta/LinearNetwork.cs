namespace EnvHub.Learning.Tests;

/// <summary><c>y = w₂·(w₁·x)</c>: one number in, one out; w₁ is the trunk, w₂ the head. Simple enough to do by hand.</summary>
internal sealed class LinearNetwork(float trunk, float head) : INetwork
{
    private readonly float[] _parameters = [trunk, head], _gradients = new float[2];
    private float[] _inputs = [];

    public NetworkSpec Spec { get; } = new() { Heads = [new("one", 1, 1)], Hidden = [1] };

    public Span<float> Parameters => _parameters;

    public Span<float> Gradients => _gradients;

    public IReadOnlyList<ParameterSegment> Segments { get; } = [new("trunk.0.weight", 0, 1, 1, 1), new("head.one.weight", 1, 1, 1, 1)];

    public void Forward(int head, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        _inputs = inputs.ToArray();
        for (int i = 0; i < inputs.Length; i++) outputs[i] = _parameters[1] * _parameters[0] * inputs[i];
    }

    public void Backward(int head, ReadOnlySpan<float> outputGradients)
    {
        for (int i = 0; i < outputGradients.Length; i++)
        {
            _gradients[0] += outputGradients[i] * _parameters[1] * _inputs[i];
            _gradients[1] += outputGradients[i] * _parameters[0] * _inputs[i];
        }
    }

    public void Dispose() { }
}
