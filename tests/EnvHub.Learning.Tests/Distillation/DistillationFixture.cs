using System.Text.Json;

namespace EnvHub.Learning.Tests;

/// <summary>Distillation losses and their gradients that PyTorch computed in double precision.</summary>
internal static class DistillationFixture
{
    public const int ActionCount = 3;

    private static JsonElement Root { get; } = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures/distillation.json"))).RootElement;

    public static float[] Values => Floats(Root.GetProperty("values"));

    public static float[] TeacherValues => Floats(Root.GetProperty("teacherValues"));

    public static float[] Softmax => Floats(Root.GetProperty("softmax"));

    public static (double Loss, float[] Gradient) Of(string loss) =>
        (Root.GetProperty(loss).GetProperty("loss").GetDouble(), Floats(Root.GetProperty(loss).GetProperty("gradient")));

    private static float[] Floats(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetSingle())];
}
