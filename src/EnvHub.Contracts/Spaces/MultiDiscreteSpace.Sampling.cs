using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <content>Draws, with the calls that Gymnasium makes.</content>
public sealed partial class MultiDiscreteSpace
{
    /// <inheritdoc/>
    public override long[] Sample(RandomGenerator random)
    {
        ArgumentNullException.ThrowIfNull(random);
        long[] sample = new long[ElementSize];
        for (int i = 0; i < sample.Length; i++) sample[i] = Draw(i, random);
        return sample;
    }

    /// <inheritdoc/>
    public override void SampleElements(RandomGenerator random, Span<float> elements)
    {
        ArgumentNullException.ThrowIfNull(random);
        RequireLength(elements.Length, ElementSize, "elements");
        for (int i = 0; i < elements.Length; i++) elements[i] = Elements.Of(Draw(i, random), this);
    }

    /// <summary>A value whose components are among those that <paramref name="mask"/> allows; a component's start if it allows none.</summary>
    /// <param name="mask">Shape <c>[FlatSize]</c>, the components' masks one after the other, true where the value may be drawn.</param>
    /// <exception cref="HubException">EH1005 the mask has another length.</exception>
    public long[] Sample(RandomGenerator random, ReadOnlySpan<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (mask.Length != FlatSize) throw ContractErrors.BadMask(ToString(), mask.Length, FlatSize);
        long[] sample = new long[ElementSize];
        for (int i = 0; i < sample.Length; i++)
        {
            sample[i] = _starts[i] + WeightedDraw.Masked(random, mask[.._counts[i]]);
            mask = mask[_counts[i]..];
        }
        return sample;
    }

    /// <summary>A value whose components are drawn with their probabilities.</summary>
    /// <param name="probabilities">Shape <c>[FlatSize]</c>, the components' distributions one after the other; each adds up to 1.</param>
    /// <remarks>Differs: a sum must be 1 within 1.5e-8, as for <see cref="DiscreteSpace"/>; Gymnasium takes 1e-5 here and normalises.</remarks>
    /// <exception cref="HubException">EH1005 another length; EH1007 a component's probabilities are not a distribution.</exception>
    public long[] Sample(RandomGenerator random, ReadOnlySpan<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (probabilities.Length != FlatSize) throw ContractErrors.BadMask(ToString(), probabilities.Length, FlatSize);
        long[] sample = new long[ElementSize];
        for (int i = 0; i < sample.Length; i++)
        {
            sample[i] = _starts[i] + WeightedDraw.Weighted(random, probabilities[.._counts[i]], this);
            probabilities = probabilities[_counts[i]..];
        }
        return sample;
    }

    internal override long[] Draw(SpaceGenerators generators, object? mask) => mask switch
    {
        null => Sample(generators.Own),
        bool[] allowed => Sample(generators.Own, allowed),
        double[] probabilities => Sample(generators.Own, probabilities),
        _ => throw ContractErrors.WrongMaskType(ToString(), mask, "bool[] or double[]"),
    };

    // A share of the unit interval, not a bounded integer: Gymnasium scales random().
    private long Draw(int component, RandomGenerator random) => (long)(random.NextDouble() * _counts[component]) + _starts[component];
}
