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
            if (!IsBoundedBelow(i) && !IsBoundedAbove(i)) elements[i] = (float)random.Normal();
        for (int i = 0; i < elements.Length; i++)
            if (IsBoundedBelow(i) && !IsBoundedAbove(i)) elements[i] = (float)(random.Exponential() + _low[i]);
        for (int i = 0; i < elements.Length; i++)
            if (!IsBoundedBelow(i) && IsBoundedAbove(i)) elements[i] = (float)(-random.Exponential() + _high[i]);
        for (int i = 0; i < elements.Length; i++)
            if (IsBoundedBelow(i) && IsBoundedAbove(i)) elements[i] = (float)random.Uniform(_low[i], _high[i]);
    }

    internal override object[] DrawMany(RandomGenerator random, int count, object? mask)
    {
        if (mask is not null) throw ContractErrors.WrongMaskType(ToString(), mask, "none");
        var repeated = new BoxSpace([.. Enumerable.Repeat(_low, count).SelectMany(bound => bound)],
            [.. Enumerable.Repeat(_high, count).SelectMany(bound => bound)], [count, .. _shape]);
        float[] drawn = repeated.Sample(random);
        object[] samples = new object[count];
        for (int i = 0; i < count; i++) samples[i] = drawn.AsSpan(i * ElementSize, ElementSize).ToArray();
        return samples;
    }
}
