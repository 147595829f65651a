namespace EnvHub.TestPlugins;

/// <summary>Independent choices, one per component: of each value a logit. A value that is not possible has probability 0.</summary>
internal sealed class CategoricalHead(int[] counts, long[] starts, bool isDiscrete) : ActionHead
{
    public override int Size => counts.Length;

    public override int Outputs { get; } = counts.Sum();

    public override void Draw(RandomGenerator? random, ReadOnlySpan<float> outputs, ReadOnlySpan<bool> mask, Span<float> action)
    {
        Span<float> probabilities = stackalloc float[Outputs];
        Probabilities(outputs, mask, probabilities);
        for (int i = 0; i < action.Length; i++)
        {
            action[i] = random is null ? Greedy.ArgMax(probabilities[..counts[i]]) : DrawOne(random.NextDouble(), probabilities[..counts[i]]);
            probabilities = probabilities[counts[i]..];
        }
    }

    public override double LogProbability(ReadOnlySpan<float> outputs, ReadOnlySpan<bool> mask, ReadOnlySpan<float> action)
    {
        Span<float> probabilities = stackalloc float[Outputs];
        Probabilities(outputs, mask, probabilities);
        double sum = 0;
        for (int i = 0; i < action.Length; i++)
        {
            sum += Math.Log(Math.Max(probabilities[(int)action[i]], 1e-30f));
            probabilities = probabilities[counts[i]..];
        }
        return sum;
    }

    public override void Gradient(ReadOnlySpan<float> outputs, ReadOnlySpan<bool> mask, ReadOnlySpan<float> action, double factor, Span<float> gradient)
    {
        Probabilities(outputs, mask, gradient);
        for (int i = 0; i < action.Length; i++)
        {
            for (int value = 0; value < counts[i]; value++) gradient[value] = (float)(factor * ((value == (int)action[i] ? 1 : 0) - gradient[value]));
            gradient = gradient[counts[i]..];
        }
    }

    public override void Give(ReadOnlySpan<float> action, int copy, in ActionBuffer actions)
    {
        if (isDiscrete) actions.Discrete[copy] = (int)action[0];
        else for (int i = 0; i < action.Length; i++) actions.Elements[copy * Size + i] = starts[i] + action[i];
    }

    private static int DrawOne(double place, ReadOnlySpan<float> probabilities)
    {
        int last = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] <= 0) continue;
            last = i;
            if ((place -= probabilities[i]) < 0) break;
        }
        return last;
    }

    private void Probabilities(ReadOnlySpan<float> outputs, ReadOnlySpan<bool> mask, Span<float> probabilities)
    {
        outputs.CopyTo(probabilities);
        for (int i = 0; i < mask.Length; i++)
            if (!mask[i]) probabilities[i] = float.NegativeInfinity;
        foreach (int count in counts)
        {
            Softmax.Rows(probabilities[..count], count);
            probabilities = probabilities[count..];
        }
    }
}
