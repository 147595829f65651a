namespace EnvHub.Learning;

/// <summary>Minimises <c>w · b + k √(wᵀ G w)</c>, or <c>wᵀ G w</c>, over weights w that are not negative and add up to 1.</summary>
/// <remarks>Pairwise Frank-Wolfe: weight goes from the entry where it costs most to the one where it costs least, as far as the value falls. Source: Lacoste-Julien and Jaggi (2015).</remarks>
internal sealed class SimplexMinimum(int size)
{
    private const int MostSteps = 250, Searches = 60;
    private const double Tolerance = 1e-12;

    private readonly double[] _slopes = new double[size], _trial = new double[size];

    /// <param name="products">G, positive semi-definite, shape <c>[T, T]</c>.</param>
    /// <param name="linear">b; empty for the quadratic form alone.</param>
    /// <param name="norm">k, at least 0.</param>
    /// <param name="weights">Receives w.</param>
    public void Find(ReadOnlySpan<double> products, ReadOnlySpan<double> linear, double norm, Span<double> weights)
    {
        weights.Fill(1.0 / size);
        for (int step = 0; step < MostSteps; step++)
        {
            double root = Math.Sqrt(Math.Max(Quadratic(products, weights), 0));
            int lowest = 0, highest = -1;
            for (int i = 0; i < size; i++)
            {
                double ofForm = 0;
                for (int j = 0; j < size; j++) ofForm += products[i * size + j] * weights[j];
                _slopes[i] = linear.IsEmpty ? 2 * ofForm : linear[i] + (root > 0 ? norm * ofForm / root : 0);
                if (_slopes[i] < _slopes[lowest]) lowest = i;
                if (weights[i] > 0 && (highest < 0 || _slopes[i] > _slopes[highest])) highest = i;
            }
            if (_slopes[highest] - _slopes[lowest] <= Tolerance * Math.Max(1, Math.Abs(_slopes[highest]))) return;
            double moved = Search(products, linear, norm, weights, (highest, lowest));
            if (moved <= 0) return;
            // What is all moved is gone: nothing is left of rounding.
            weights[lowest] += moved;
            weights[highest] = moved == weights[highest] ? 0 : weights[highest] - moved;
        }
    }

    /// <summary><c>wᵀ G w</c>.</summary>
    public static double Quadratic(ReadOnlySpan<double> products, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            for (int j = 0; j < weights.Length; j++) sum += weights[i] * weights[j] * products[i * weights.Length + j];
        return sum;
    }

    // How much weight goes from one entry to another: golden section, the value being convex along the way.
    private double Search(ReadOnlySpan<double> products, ReadOnlySpan<double> linear, double norm, ReadOnlySpan<double> weights, (int From, int To) pair)
    {
        const double Ratio = 0.6180339887498949;
        double low = 0, high = weights[pair.From];
        double left = high - Ratio * (high - low), right = low + Ratio * (high - low);
        double atLeft = Value(products, linear, norm, weights, pair, left), atRight = Value(products, linear, norm, weights, pair, right);
        for (int i = 0; i < Searches; i++)
        {
            if (atLeft <= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - Ratio * (high - low);
                atLeft = Value(products, linear, norm, weights, pair, left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + Ratio * (high - low);
                atRight = Value(products, linear, norm, weights, pair, right);
            }
        }
        double all = weights[pair.From], found = (low + high) / 2;
        return Value(products, linear, norm, weights, pair, all) <= Value(products, linear, norm, weights, pair, found) ? all : found;
    }

    private double Value(ReadOnlySpan<double> products, ReadOnlySpan<double> linear, double norm, ReadOnlySpan<double> weights, (int From, int To) pair, double moved)
    {
        weights.CopyTo(_trial);
        _trial[pair.From] -= moved;
        _trial[pair.To] += moved;
        double form = Quadratic(products, _trial);
        if (linear.IsEmpty) return form;
        double value = norm * Math.Sqrt(Math.Max(form, 0));
        for (int i = 0; i < size; i++) value += _trial[i] * linear[i];
        return value;
    }
}
