using System.Numerics;

namespace EnvHub.Numerics;

/// <summary>Softmax of each row of <c>[B, n]</c>, in place: <c>pᵢ = exp(xᵢ/τ) / Σⱼ exp(xⱼ/τ)</c>.</summary>
/// <remarks>Each row is shifted by its largest value first, so that nothing overflows: finite for all finite values, however far apart.</remarks>
public static class Softmax
{
    // What is further below the row's largest value has probability 0 in single precision, and a logarithm that 0 may still be multiplied by.
    private const double Lowest = -1e38;

    /// <summary>Replaces values by probabilities.</summary>
    /// <param name="values">Shape <c>[B, n]</c>, finite.</param>
    /// <param name="columns">n, at least 1.</param>
    /// <param name="temperature">τ, above 0; below 1 sharpens.</param>
    public static void Rows(Span<float> values, int columns, double temperature = 1)
    {
        LogRows(values, columns, temperature);
        Exponentials(values);
    }

    /// <summary>Replaces values by the logarithms of the probabilities, each at least -1e38.</summary>
    /// <param name="values">Shape <c>[B, n]</c>, finite.</param>
    /// <param name="columns">n, at least 1.</param>
    /// <param name="temperature">τ, above 0; below 1 sharpens.</param>
    public static void LogRows(Span<float> values, int columns, double temperature = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        for (; !values.IsEmpty; values = values[columns..]) LogRow(values[..columns], temperature);
    }

    /// <summary>values = exp(values).</summary>
    public static void Exponentials(Span<float> values)
    {
        int i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count) Vector.Exp(new Vector<float>(values[i..])).CopyTo(values[i..]);
        for (; i < values.Length; i++) values[i] = MathF.Exp(values[i]);
    }

    private static void LogRow(Span<float> row, double temperature)
    {
        double largest = row[0], sum = 0;
        foreach (float value in row) largest = Math.Max(largest, value);
        foreach (ref float value in row)
        {
            value = (float)Math.Max((value - largest) / temperature, Lowest);
            sum += MathF.Exp(value);
        }
        float logSum = (float)Math.Log(sum);
        foreach (ref float value in row) value -= logSum;
    }
}
