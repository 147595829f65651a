using System.Text.Json;
using EnvHub.Numerics;

namespace EnvHub.Envs.ClassicControl.Tests;

public sealed class NumPyMathTests
{
    private static readonly JsonElement Trigonometry = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures/float32-trigonometry.json"))).RootElement;

    [Test]
    public void Cos_RecordedAngles_GivesNumPysBits() => Assert.That(Bits("x").Select(x => NumPyMath.Cos(x)), Is.EqualTo(Bits("cos")));

    [Test]
    public void Sin_RecordedAngles_GivesNumPysBits() => Assert.That(Bits("x").Select(x => NumPyMath.Sin(x)), Is.EqualTo(Bits("sin")));

    [TestCase(1e-130)]
    [TestCase(1e-3)]
    [TestCase(1)]
    [TestCase(30)]
    [TestCase(1e120)]
    public void Square_AnyMagnitude_IsTheLibrarysPow(double scale)
    {
        var random = new RandomGenerator(1);
        for (int i = 0; i < 100_000; i++)
        {
            double x = random.Uniform(-scale, scale);
            if (NumPyMath.Square(x) != Math.Pow(x, 2)) Assert.Fail($"{x:R} squared is {NumPyMath.Square(x):R}; pow gives {Math.Pow(x, 2):R}");
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(-4)]
    [TestCase(1e-200)]
    [TestCase(1e200)]
    [TestCase(double.PositiveInfinity)]
    public void Square_SpecialValue_IsTheLibrarysPow(double x) => Assert.That(NumPyMath.Square(x), Is.EqualTo(Math.Pow(x, 2)));

    // The environments take sine and cosine in one call; Gymnasium takes them in two.
    [Test]
    public void SinCos_RandomAngles_IsSinAndCos()
    {
        var random = new RandomGenerator(2);
        for (int i = 0; i < 300_000; i++)
        {
            double x = random.Uniform(-4, 4);
            if (Math.SinCos(x) != (Math.Sin(x), Math.Cos(x))) Assert.Fail($"at {x:R}");
        }
    }

    private static float[] Bits(string name) =>
        [.. Trigonometry.GetProperty(name).EnumerateArray().Select(v => BitConverter.UInt32BitsToSingle(v.GetUInt32()))];
}
