using System.Text.Json;
using EnvHub.Contracts;
using EnvHub.Numerics;
using EnvHub.TestKit;

namespace EnvHub.Networks.Tests;

/// <summary>Numbers that PyTorch computed: weights as <c>[outputs, inputs]</c>.</summary>
internal static class PyTorchFixture
{
    public static IReadOnlyList<JsonElement> Cases { get; } = Load();

    public static INetwork Create(JsonElement item)
    {
        NetworkSpec spec = new()
        {
            Heads = [new("task", 3, 2)],
            Hidden = Floats(item, "hidden").Select(units => (int)units).ToArray(),
            Activation = Enum.Parse<Activation>(item.GetProperty("activation").GetString()!),
            LayerNorm = item.GetProperty("layerNorm").GetBoolean(),
        };
        var network = new EmbeddedBackend().Create(spec, new RandomGenerator(1));
        foreach (var segment in network.Segments)
        {
            float[] values = Floats(item.GetProperty("parameters"), segment.Name);
            for (int row = 0; row < segment.Rows; row++)
                for (int column = 0; column < segment.Columns; column++)
                    network.Parameters.Span()[segment.Offset + row * segment.Stride + column] = values[column * segment.Rows + row];
        }
        return network;
    }

    public static float[] Floats(JsonElement item, string name) => item.GetProperty(name).Deserialize<float[]>()!;

    public static void AssertEqual(INetwork network, ParameterVector values, JsonElement expected, double tolerance)
    {
        foreach (var segment in network.Segments)
        {
            float[] truth = Floats(expected, segment.Name), found = new float[truth.Length];
            for (int row = 0; row < segment.Rows; row++)
                for (int column = 0; column < segment.Columns; column++)
                    found[column * segment.Rows + row] = values.Span()[segment.Offset + row * segment.Stride + column];
            Assert.That(found, Is.EqualTo(truth).Within(tolerance), segment.Name);
        }
    }

    private static JsonElement[] Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "pytorch.json")));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(item => item.Clone())];
    }
}
