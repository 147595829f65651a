namespace EnvHub.Evaluation;

/// <summary>The normal distribution of mean 0 and deviation 1.</summary>
internal static class StandardNormal
{
    private const double Centre = 0.425, Tail = 5;

    // M. J. Wichura, algorithm AS 241 (1988): ratios of polynomials, lowest power first, for the middle, the tails and the far tails.
    private static readonly double[] MiddleAbove =
    [
        3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
        3.3430575583588128105e4, 2.5090809287301226727e3,
    ];

    private static readonly double[] MiddleBelow =
    [
        1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
        5.2264952788528545610e3,
    ];

    private static readonly double[] TailAbove =
    [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504, 1.27045825245236838258, 2.41780725177450611770e-1,
        2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static readonly double[] TailBelow =
    [
        1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
        5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static readonly double[] FarAbove =
    [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1, 2.65321895265761230930e-2,
        1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static readonly double[] FarBelow =
    [
        1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
        1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    /// <summary>The value below which a share of <paramref name="probability"/> lies; infinite at 0 and 1.</summary>
    public static double Quantile(double probability)
    {
        if (probability is 0 or 1) return probability == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        double q = probability - 0.5;
        if (Math.Abs(q) <= Centre)
        {
            double r = Centre * Centre - q * q;
            return q * Polynomial(MiddleAbove, r) / Polynomial(MiddleBelow, r);
        }
        double root = Math.Sqrt(-Math.Log(q < 0 ? probability : 1 - probability));
        double value = root <= Tail ? Polynomial(TailAbove, root - 1.6) / Polynomial(TailBelow, root - 1.6) : Polynomial(FarAbove, root - Tail) / Polynomial(FarBelow, root - Tail);
        return q < 0 ? -value : value;
    }

    /// <summary>The share that lies below <paramref name="value"/>.</summary>
    public static double Below(double value)
    {
        double size = Math.Abs(value);
        double upper = size < 3 ? 0.5 - Density(size) * Series(size) : Density(size) / Fraction(size);
        return value > 0 ? 1 - upper : upper;
    }

    private static double Density(double value) => Math.Exp(-0.5 * value * value) / Math.Sqrt(2 * Math.PI);

    // x + x^3/3 + x^5/(3 x 5) + ...
    private static double Series(double value)
    {
        double sum = value, term = value;
        for (int odd = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); odd += 2) sum += term *= value * value / odd;
        return sum;
    }

    // x + 1/(x + 2/(x + 3/(x + ...)))
    private static double Fraction(double value)
    {
        double fraction = value;
        for (int k = 200; k > 0; k--) fraction = value + k / fraction;
        return fraction;
    }

    private static double Polynomial(double[] coefficients, double value)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--) sum = sum * value + coefficients[i];
        return sum;
    }
}
