namespace EnvHub.Envs.ToyText;

/// <summary>A draw of one of several states.</summary>
/// <remarks>Source: Gymnasium's <c>categorical_sample</c>: the first running sum above the drawn place. Where rounding leaves the last sum
/// below it, that is the first state, as <c>argmax</c> gives it.</remarks>
internal sealed class Categorical
{
    private readonly double[] _sums;

    /// <param name="weights">At least 0, one above it; they are divided by their sum.</param>
    public Categorical(ReadOnlySpan<double> weights)
    {
        double total = 0, sum = 0;
        foreach (double weight in weights) total += weight;
        _sums = new double[weights.Length];
        for (int i = 0; i < weights.Length; i++) _sums[i] = sum += weights[i] / total;
    }

    /// <summary>The state at <paramref name="place"/>, in [0, 1).</summary>
    public int Draw(double place)
    {
        int low = 0, high = _sums.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_sums[middle] > place) high = middle;
            else low = middle + 1;
        }
        return low < _sums.Length ? low : 0;
    }
}
