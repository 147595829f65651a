using System.Runtime.InteropServices;

namespace EnvHub.Hosting;

/// <summary>An ONNX model while it is put together: nodes in the order in which they run, constants, inputs and outputs. All numbers are
/// float32, those of shapes int64.</summary>
/// <remarks>Source: the messages of <c>onnx.proto3</c>, IR version 8, operator set 17, the first with LayerNormalization.</remarks>
internal sealed class OnnxGraph
{
    public const int OperatorSet = 17;

    private const int IrVersion = 8, FloatType = 1, LongType = 7, FloatAttribute = 1, IntegerAttribute = 2, IntegersAttribute = 7;

    private readonly List<Action<ProtobufWriter>> _nodes = [], _inputs = [], _outputs = [];
    private readonly Dictionary<string, Action<ProtobufWriter>> _constants = [];

    /// <summary>A constant, once per name.</summary>
    /// <returns>Its name.</returns>
    public string Constant(string name, float[] values, params int[] shape) => Constant(name, FloatType, values, shape);

    /// <summary>A constant that is a shape, -1 standing for what is left.</summary>
    /// <returns>Its name.</returns>
    public string Shape(string name, params long[] lengths) => Constant(name, LongType, lengths, [lengths.Length]);

    private string Constant<T>(string name, int type, T[] values, int[] shape) where T : unmanaged
    {
        _constants.TryAdd(name, tensor =>
        {
            foreach (int size in shape) tensor.Integer(1, size);
            tensor.Integer(2, type);
            tensor.Text(8, name);
            tensor.Raw(9, MemoryMarshal.AsBytes<T>(values));   // little-endian, as every machine that .NET runs on
        });
        return name;
    }

    /// <summary>An operation of one result.</summary>
    /// <returns>The result's name, <paramref name="output"/>.</returns>
    public string Node(string operation, string output, string[] inputs, params (string Name, object Value)[] attributes)
    {
        _nodes.Add(node =>
        {
            foreach (string input in inputs) node.Text(1, input);
            node.Text(2, output);
            node.Text(3, output);
            node.Text(4, operation);
            foreach (var (name, value) in attributes) node.Message(5, attribute => WriteAttribute(attribute, name, value));
        });
        return output;
    }

    /// <summary>An input of shape <c>[N, size]</c>.</summary>
    public string Input(string name, int size)
    {
        _inputs.Add(value => WriteValue(value, name, size));
        return name;
    }

    /// <summary>A result of shape <c>[N, size]</c> that users get.</summary>
    public void Output(string name, int size) => _outputs.Add(value => WriteValue(value, name, size));

    /// <summary>The whole file.</summary>
    /// <param name="description">For people.</param>
    /// <param name="metadata">For programs, by key.</param>
    public byte[] ToBytes(string version, string description, IEnumerable<KeyValuePair<string, string>> metadata) => ProtobufWriter.ToBytes(model =>
    {
        model.Integer(1, IrVersion);
        model.Text(2, "envhub");
        model.Text(3, version);
        model.Text(6, description);
        model.Message(7, graph =>
        {
            foreach (var node in _nodes) graph.Message(1, node);
            graph.Text(2, "policy");
            foreach (var constant in _constants.Values) graph.Message(5, constant);
            foreach (var input in _inputs) graph.Message(11, input);
            foreach (var output in _outputs) graph.Message(12, output);
        });
        model.Message(8, import =>
        {
            import.Text(1, "");
            import.Integer(2, OperatorSet);
        });
        foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)) model.Message(14, entry =>
        {
            entry.Text(1, key);
            entry.Text(2, value);
        });
    });

    private static void WriteAttribute(ProtobufWriter attribute, string name, object value)
    {
        attribute.Text(1, name);
        if (value is float number) attribute.Float(2, number);
        else if (value is int one) attribute.Integer(3, one);
        else foreach (int each in (int[])value) attribute.Integer(8, each);
        attribute.Integer(20, value switch { float => FloatAttribute, int => IntegerAttribute, _ => IntegersAttribute });
    }

    private static void WriteValue(ProtobufWriter value, string name, int size)
    {
        value.Text(1, name);
        value.Message(2, type => type.Message(1, tensor =>
        {
            tensor.Integer(1, FloatType);
            tensor.Message(2, shape =>
            {
                shape.Message(1, batch => batch.Text(2, "N"));
                shape.Message(1, columns => columns.Integer(1, size));
            });
        }));
    }
}
