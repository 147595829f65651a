using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>How values of a range are drawn.</summary>
internal static class Draws
{
    /// <summary>A real number in [low, high].</summary>
    public static Func<RandomGenerator, JsonNode> Real(double low, double high, RangeScale scale) => scale == RangeScale.Linear
        ? random => JsonValue.Create(random.Uniform(low, high))
        : random => JsonValue.Create(Math.Clamp(LogUniform(random, low, high), low, high));   // exp of a logarithm may round outwards

    /// <summary>A whole number in [low, high]. Over logarithms: the whole part of a real number in [low, high + 1).</summary>
    public static Func<RandomGenerator, JsonNode> Integer(long low, long high, RangeScale scale) => scale == RangeScale.Linear
        ? random => JsonValue.Create(random.Integers(low, high + 1))
        : random => JsonValue.Create(Math.Clamp((long)LogUniform(random, low, high + 1.0), low, high));

    /// <summary>One of <paramref name="values"/>, all alike.</summary>
    public static Func<RandomGenerator, JsonNode> Choice(IReadOnlyList<JsonNode> values) => random => values[(int)random.Integers(values.Count)].DeepClone();

    private static double LogUniform(RandomGenerator random, double low, double high) => Math.Exp(random.Uniform(Math.Log(low), Math.Log(high)));
}
