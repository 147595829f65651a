using System.Runtime.InteropServices;

namespace EnvHub.Hosting.Tests;

/// <summary>Reads an ONNX file by the numbers of <c>onnx.proto3</c> and computes it in double, operation by operation, as the operators' texts say.</summary>
internal sealed class OnnxEvaluator
{
    private readonly ProtobufMessage _model;
    private readonly ProtobufMessage _graph;

    public OnnxEvaluator(byte[] file) => (_model, _graph) = (new(file), new ProtobufMessage(file).Message(7));

    public IEnumerable<string> Inputs => _graph.Messages(11).Select(value => value.Text(1));

    public IEnumerable<string> Outputs => _graph.Messages(12).Select(value => value.Text(1));

    public long OperatorSet => _model.Message(8).Integer(2);

    public string Description => _model.Text(6);

    public IReadOnlyDictionary<string, string> Metadata => _model.Messages(14).ToDictionary(entry => entry.Text(1), entry => entry.Text(2));

    /// <summary>One row through the graph.</summary>
    public double[] Compute(string input, IEnumerable<float> row, string output)
    {
        var constants = _graph.Messages(5).ToDictionary(tensor => tensor.Text(8), tensor => (Shape: tensor.Integers(1).ToArray(), Values: Values(tensor)));
        var values = new Dictionary<string, double[]> { [input] = [.. row.Select(value => (double)value)] };
        foreach (var node in _graph.Messages(1))
        {
            string[] names = [.. node.Texts(1)];
            if (!values.TryGetValue(names[0], out double[]? x)) continue;   // another task's way
            double[] Constant(int place) => constants[names[place]].Values;
            values[node.Text(2)] = node.Text(4) switch
            {
                "Sub" => [.. x.Zip(Constant(1), (a, b) => a - b)],
                "Mul" => [.. x.Zip(Constant(1), (a, b) => a * b)],
                "Relu" => [.. x.Select(a => Math.Max(a, 0))],
                "Tanh" => [.. x.Select(Math.Tanh)],
                "Gemm" => [.. Constant(2).Select((bias, column) => bias + x.Select((a, i) => a * Constant(1)[i * constants[names[1]].Shape[1] + column]).Sum())],
                "LayerNormalization" => Normalise(node, x, Constant(1), Constant(2)),
                var operation => throw new NotSupportedException(operation),
            };
        }
        return values[output];
    }

    private static double[] Normalise(ProtobufMessage node, double[] x, double[] gain, double[] shift)
    {
        var attributes = node.Messages(5).ToDictionary(attribute => attribute.Text(1));
        Assert.That(attributes["axis"].Integer(3), Is.EqualTo(-1));
        double mean = x.Average(), variance = x.Average(a => (a - mean) * (a - mean)), deviation = Math.Sqrt(variance + attributes["epsilon"].Float(2));
        return [.. x.Select((a, i) => (a - mean) / deviation * gain[i] + shift[i])];
    }

    private static double[] Values(ProtobufMessage tensor) => [.. MemoryMarshal.Cast<byte, float>(tensor.Bytes(9).Single()).ToArray().Select(value => (double)value)];
}
