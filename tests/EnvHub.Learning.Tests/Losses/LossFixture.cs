using System.Text.Json;

namespace EnvHub.Learning.Tests;

/// <summary>Losses, gradients and clipped gradients that PyTorch computed.</summary>
internal static class LossFixture
{
    public const int ActionCount = 3;

    private static JsonElement Root { get; } = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures/losses.json"))).RootElement;

    public static float[] Values => Floats(Root.GetProperty("values"));

    public static int[] Actions => [.. Root.GetProperty("actions").EnumerateArray().Select(item => item.GetInt32())];

    public static float[] Targets => Floats(Root.GetProperty("targets"));

    public static float MeanValue => Root.GetProperty("meanValue").GetSingle();

    public static (float Loss, float[] Gradient) Of(string loss) =>
        (Root.GetProperty(loss).GetProperty("loss").GetSingle(), Floats(Root.GetProperty(loss).GetProperty("gradient")));

    public static IEnumerable<(float[] Gradient, double Limit, float[] Clipped)> Clips => Root.GetProperty("clips").EnumerateArray().Select(
        item => (Floats(item.GetProperty("gradient")), item.GetProperty("limit").GetDouble(), Floats(item.GetProperty("clipped"))));

    private static float[] Floats(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetSingle())];
}
