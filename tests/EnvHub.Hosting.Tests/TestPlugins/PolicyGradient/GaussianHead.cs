namespace EnvHub.TestPlugins;

/// <summary>Independent Gaussians in [-1, 1] scaled to the box: of each component a mean, then of each the logarithm of its deviation. What is drawn outside
/// the box is clipped on its way to the environment.</summary>
internal sealed class GaussianHead(BoxSpace box) : ActionHead
{
    private const float Lowest = -3, Highest = 0.5f;   // of the logarithm of the deviation
    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    private readonly float[] _low = box.Low.ToArray(), _high = box.High.ToArray();

    public override int Size => _low.Length;

    public override int Outputs => 2 * _low.Length;

    public override void Draw(RandomGenerator? random, ReadOnlySpan<float> outputs, ReadOnlySpan<bool> mask, Span<float> action)
    {
        for (int i = 0; i < action.Length; i++)
            action[i] = random is null ? outputs[i] : (float)random.Normal(outputs[i], Math.Exp(LogDeviation(outputs, i)));
    }

    public override double LogProbability(ReadOnlySpan<float> outputs, ReadOnlySpan<bool> mask, ReadOnlySpan<float> action)
    {
        double sum = 0;
        for (int i = 0; i < action.Length; i++)
        {
            double log = LogDeviation(outputs, i), z = (action[i] - outputs[i]) / Math.Exp(log);
            sum -= 0.5 * z * z + log + HalfLogTwoPi;
        }
        return sum;
    }

    public override void Gradient(ReadOnlySpan<float> outputs, ReadOnlySpan<bool> mask, ReadOnlySpan<float> action, double factor, Span<float> gradient)
    {
        for (int i = 0; i < action.Length; i++)
        {
            float log = LogDeviation(outputs, i);
            double deviation = Math.Exp(log), z = (action[i] - outputs[i]) / deviation;
            gradient[i] = (float)(factor * z / deviation);
            gradient[Size + i] = log == outputs[Size + i] ? (float)(factor * (z * z - 1)) : 0;
        }
    }

    public override void Give(ReadOnlySpan<float> action, int copy, in ActionBuffer actions)
    {
        for (int i = 0; i < action.Length; i++)
            actions.Elements[copy * Size + i] = Math.Clamp(_low[i] + (action[i] + 1) / 2 * (_high[i] - _low[i]), _low[i], _high[i]);
    }

    private float LogDeviation(ReadOnlySpan<float> outputs, int component) => Math.Clamp(outputs[Size + component], Lowest, Highest);
}
