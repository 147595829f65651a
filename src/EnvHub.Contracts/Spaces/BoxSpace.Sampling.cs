using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <content>Draws, with the calls that Gymnasium makes.</content>
public sealed partial class BoxSpace
{
    /// <summary>A value drawn with the calls that Gymnasium makes: uniform between two bounds, exponential away from a single one,
    /// standard normal without any.</summary>
    public override float[] Sample(RandomGenerator random)
    {
        float[] sample = new float[ElementSize];
        SampleElements(random, sample);
        return sample;
    }

    /// <inheritdoc/>
    public override void SampleElements(RandomGenerator random, Span<float> elements)
    {
        ArgumentNullException.ThrowIfNull(random);
        RequireLength(elements.Length, ElementSize, "elements");
        // One pass per kind of interval, in Gymnasium's order: it draws a whole kind at once, so the passes cannot be merged.
        for (int i = 0; i < elements.Length; i++)
            if (!HasLow(i) && !HasHigh(i)) elements[i] = (float)random.Normal();
        for (int i = 0; i < elements.Length; i++)
            if (HasLow(i) && !HasHigh(i)) elements[i] = (float)(random.Exponential() + _low[i]);
        for (int i = 0; i < elements.Length; i++)
            if (!HasLow(i) && HasHigh(i)) elements[i] = (float)(-random.Exponential() + _high[i]);
        for (int i = 0; i < elements.Length; i++)
            if (HasLow(i) && HasHigh(i)) elements[i] = (float)random.Uniform(_low[i], _high[i]);
    }

    private bool HasLow(int component) => _low[component] > float.NegativeInfinity;

    private bool HasHigh(int component) => _high[component] < float.PositiveInfinity;
}
