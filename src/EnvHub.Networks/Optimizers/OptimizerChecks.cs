namespace EnvHub.Networks;

internal static class OptimizerChecks
{
    public static void Check(OptimizerOptions options, int parameterCount)
    {
        if (parameterCount < 0) throw NetworkErrors.BadParameterCount(parameterCount);
        CheckDecay(nameof(options.Beta1), options.Beta1);
        CheckDecay(nameof(options.Beta2), options.Beta2);
        CheckDecay(nameof(options.Alpha), options.Alpha);
        CheckDecay(nameof(options.Momentum), options.Momentum);
        if (!(options.Epsilon > 0)) throw NetworkErrors.BadOption(nameof(options.Epsilon), options.Epsilon, "above 0");
        if (!(options.WeightDecay >= 0)) throw NetworkErrors.BadOption(nameof(options.WeightDecay), options.WeightDecay, "at least 0");
    }

    public static void CheckLengths(int parameters, int gradients, int expected)
    {
        if (parameters != expected) throw NetworkErrors.OptimizerLength("the parameters", parameters, expected);
        if (gradients != expected) throw NetworkErrors.OptimizerLength("the gradients", gradients, expected);
    }

    private static void CheckDecay(string name, double value)
    {
        if (!(value >= 0 && value < 1)) throw NetworkErrors.BadOption(name, value, "in [0, 1)");
    }
}
