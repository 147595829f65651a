using EnvHub.Numerics;

namespace EnvHub.Benchmarks;

/// <summary>A perceptron with ReLU in plain loops over floats: what the engine is compared with.</summary>
internal sealed class ScalarNetwork
{
    private const int MaxBatch = 128;

    private readonly int[] _sizes;
    private readonly float[][] _weights, _biases, _weightSlopes, _biasSlopes, _outputs, _slopes;
    private readonly float[][] _first, _second;
    private int _batch, _steps;

    public ScalarNetwork(int[] sizes, RandomGenerator random)
    {
        _sizes = sizes;
        var layers = Enumerable.Range(1, sizes.Length - 1).ToArray();
        _weights = [.. layers.Select(layer => Draw(sizes[layer - 1] * sizes[layer], sizes[layer - 1], random))];
        _biases = [.. layers.Select(layer => Draw(sizes[layer], sizes[layer - 1], random))];
        _weightSlopes = [.. _weights.Select(values => new float[values.Length])];
        _biasSlopes = [.. _biases.Select(values => new float[values.Length])];
        _outputs = [.. sizes.Select(size => new float[MaxBatch * size])];
        _slopes = [.. sizes.Select(size => new float[MaxBatch * size])];
        _first = [.. _weights.Concat(_biases).Select(values => new float[values.Length])];
        _second = [.. _weights.Concat(_biases).Select(values => new float[values.Length])];
    }

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        _batch = inputs.Length / _sizes[0];
        inputs.CopyTo(_outputs[0]);
        for (int layer = 0; layer < _weights.Length; layer++) Forward(layer);
        _outputs[^1].AsSpan(0, outputs.Length).CopyTo(outputs);
    }

    public void Backward(ReadOnlySpan<float> outputSlopes)
    {
        outputSlopes.CopyTo(_slopes[^1]);
        for (int layer = _weights.Length - 1; layer >= 0; layer--) Backward(layer);
    }

    public void StepAdam(float learningRate)
    {
        _steps++;
        float size = learningRate / (1 - MathF.Pow(0.9f, _steps)), correction = MathF.Sqrt(1 - MathF.Pow(0.999f, _steps));
        for (int part = 0; part < _first.Length; part++)
        {
            bool isWeight = part < _weights.Length;
            int layer = isWeight ? part : part - _weights.Length;
            float[] values = isWeight ? _weights[layer] : _biases[layer], slopes = isWeight ? _weightSlopes[layer] : _biasSlopes[layer];
            for (int i = 0; i < values.Length; i++)
            {
                float first = _first[part][i] = 0.9f * _first[part][i] + 0.1f * slopes[i];
                float second = _second[part][i] = 0.999f * _second[part][i] + 0.001f * slopes[i] * slopes[i];
                values[i] -= size * first / (MathF.Sqrt(second) / correction + 1e-8f);
            }
        }
    }

    private void Forward(int layer)
    {
        int inputs = _sizes[layer], outputs = _sizes[layer + 1];
        float[] x = _outputs[layer], y = _outputs[layer + 1], w = _weights[layer];
        for (int row = 0; row < _batch; row++)
            for (int j = 0; j < outputs; j++)
            {
                float sum = _biases[layer][j];
                for (int i = 0; i < inputs; i++) sum += x[row * inputs + i] * w[j * inputs + i];
                y[row * outputs + j] = layer < _weights.Length - 1 ? Math.Max(0, sum) : sum;
            }
    }

    private void Backward(int layer)
    {
        int inputs = _sizes[layer], outputs = _sizes[layer + 1];
        float[] x = _outputs[layer], dy = _slopes[layer + 1], dx = _slopes[layer], w = _weights[layer], dw = _weightSlopes[layer];
        Array.Clear(dw);
        Array.Clear(_biasSlopes[layer]);
        Array.Clear(dx);
        for (int row = 0; row < _batch; row++)
            for (int j = 0; j < outputs; j++)
            {
                float slope = dy[row * outputs + j];
                _biasSlopes[layer][j] += slope;
                for (int i = 0; i < inputs; i++)
                {
                    dw[j * inputs + i] += slope * x[row * inputs + i];
                    if (layer > 0) dx[row * inputs + i] += slope * w[j * inputs + i];
                }
            }
        for (int i = 0; layer > 0 && i < _batch * inputs; i++)
            if (x[i] <= 0) dx[i] = 0;
    }

    private static float[] Draw(int count, int inputs, RandomGenerator random) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(random.Uniform(-1, 1) / Math.Sqrt(inputs)))];
}
