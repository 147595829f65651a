using System.Text.Json;
using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <summary>Numbers that PyTorch computed: weights as <c>[outputs, inputs]</c>.</summary>
public static class PyTorchFixture
{
    /// <summary>Each with inputs, weights, outputs, gradients and what optimisers made of them.</summary>
    public static IReadOnlyList<JsonElement> Cases { get; } = Load("pytorch.json");

    /// <summary>Two convolutions with tanh and a linear head: strides, paddings, odd sizes, a batch of one. The gradients of the first pass through the second.</summary>
    public static IReadOnlyList<JsonElement> Convolutions { get; } = Load("convolutions.json");

    /// <summary>The network of a case, with its weights.</summary>
    public static INetwork Create(JsonElement item, INetworkBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        NetworkSpec spec = new()
        {
            Heads = [new("task", 3, 2)],
            Hidden = Floats(item, "hidden").Select(units => (int)units).ToArray(),
            Activation = Enum.Parse<Activation>(item.GetProperty("activation").GetString()!),
            LayerNorm = item.GetProperty("layerNorm").GetBoolean(),
        };
        return WithWeights(backend.Create(spec, new RandomGenerator(1)), item);
    }

    /// <summary>The network of a case of <see cref="Convolutions"/>, with its weights.</summary>
    public static INetwork CreateConvolutions(JsonElement item, INetworkBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        int Number(string name) => item.GetProperty(name).GetInt32();
        ActivationSpec tanh = new(Activation.Tanh);
        NetworkSpec spec = new()
        {
            Heads = [new("image", TensorShape.Image(Number("height"), Number("width"), Number("channels")), 2)],
            Layers = new()
            {
                Encoder = [new ConvolutionSpec(Number("filters"), Number("kernel"), Number("stride"), Number("padding")), tanh, new ConvolutionSpec(3, 2, Padding: 1), tanh, new FlattenSpec()],
            },
        };
        return WithWeights(backend.Create(spec, new RandomGenerator(1)), item);
    }

    private static INetwork WithWeights(INetwork network, JsonElement item)
    {
        foreach (var segment in network.Segments) network.Import(network.Parameters, segment, Floats(item.GetProperty("parameters"), segment.Name));
        return network;
    }

    /// <summary>A list of numbers of a case.</summary>
    public static float[] Floats(JsonElement item, string name) => item.GetProperty(name).Deserialize<float[]>()!;

    /// <summary>Compares all segments of a vector of a network.</summary>
    public static void AssertEqual(INetwork network, ParameterVector values, JsonElement expected, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(network);
        foreach (var segment in network.Segments)
        {
            var found = new float[segment.Count];
            network.Export(values, segment, found);
            Assert.That(found, Is.EqualTo(Floats(expected, segment.Name)).Within(tolerance), segment.Name);
        }
    }

    private static JsonElement[] Load(string name)
    {
        using var stream = typeof(PyTorchFixture).Assembly.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(item => item.Clone())];
    }
}
