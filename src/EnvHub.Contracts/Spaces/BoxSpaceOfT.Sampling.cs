using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <content>Draws, with the calls and the rounding that Gymnasium makes.</content>
public sealed partial class BoxSpace<T>
{
    /// <summary>A value drawn with the calls that Gymnasium makes: uniform between two bounds, exponential away from a single one,
    /// standard normal without any; integers rounded down.</summary>
    /// <remarks>As Gymnasium's, signed integers stay two away from the ends of their type. Differs: uint64 bounds at 2^63 and above are
    /// taken as they are, where Gymnasium's wrap around.</remarks>
    /// <exception cref="HubException">EH1016 a component's range is more than a double holds, or reaches the largest int64 from above its
    /// smallest; Gymnasium fails there too.</exception>
    public override T[] Sample(RandomGenerator random)
    {
        ArgumentNullException.ThrowIfNull(random);
        double[] drawn = new double[ElementSize];
        // One pass per kind of interval, in Gymnasium's order: it draws a whole kind at once.
        for (int i = 0; i < drawn.Length; i++)
            if (!IsBoundedBelow(i) && !IsBoundedAbove(i)) drawn[i] = random.Normal();
        for (int i = 0; i < drawn.Length; i++)
            if (IsBoundedBelow(i) && !IsBoundedAbove(i)) drawn[i] = random.Exponential() + LowAt(i);
        for (int i = 0; i < drawn.Length; i++)
            if (!IsBoundedBelow(i) && IsBoundedAbove(i)) drawn[i] = -random.Exponential() + End(i);
        RequireRanges();
        for (int i = 0; i < drawn.Length; i++)
            if (IsBoundedBelow(i) && IsBoundedAbove(i)) drawn[i] = random.Uniform(LowAt(i), End(i));
        T[] sample = new T[drawn.Length];
        for (int i = 0; i < sample.Length; i++) sample[i] = Round(i, drawn[i]);
        return sample;
    }

    // Gymnasium makes the space of many from the arrays of bounds, so that integers are bounded on both sides there.
    internal override object[] DrawMany(RandomGenerator random, int count, object? mask)
    {
        if (mask is not null) throw ContractErrors.WrongMaskType(ToString(), mask, "none");
        var repeated = new BoxSpace<T>([.. Enumerable.Repeat(_low, count).SelectMany(bound => bound)],
            [.. Enumerable.Repeat(_high, count).SelectMany(bound => bound)], [count, .. _shape]);
        T[] drawn = repeated.Sample(random);
        object[] samples = new object[count];
        for (int i = 0; i < count; i++) samples[i] = drawn.AsSpan(i * ElementSize, ElementSize).ToArray();
        return samples;
    }

    // The end of what is drawn uniformly: one above the largest integer, which rounding down takes back. Added as an integer, as far as a
    // long goes: beyond 2^53 a double does not take it.
    private double End(int component) => ElementType switch
    {
        _ when ElementType.IsFloat() => HighAt(component),
        ElementType.UInt64 when ElementTypes.ToInt64(_high[component]) is < 0 or long.MaxValue => HighAt(component) + 1,
        _ => unchecked(ElementTypes.ToInt64(_high[component]) + 1),
    };

    private void RequireRanges()
    {
        for (int i = 0; i < _low.Length; i++)
            if (IsBoundedBelow(i) && IsBoundedAbove(i) && !(End(i) - LowAt(i) is >= 0 and < double.PositiveInfinity))
                throw ContractErrors.RangeTooWide(ToString(), i, LowAt(i), HighAt(i));
    }

    private T Round(int component, double drawn)
    {
        if (ElementType.IsFloat()) return ElementTypes.FromDouble<T>(drawn);
        drawn = Math.Floor(drawn);
        if (ElementType.IsSignedInteger())
        {
            var (least, most) = ElementType.IntegerRange();
            drawn = Math.Clamp(drawn, least + 2, most - 2);
        }
        if (ElementType != ElementType.Int64) return ElementTypes.FromDouble<T>(drawn);
        // 2^63 as a double is beyond int64; the processor's conversion, which NumPy uses, gives the smallest integer.
        long value = drawn >= -(double)long.MinValue ? long.MinValue : (long)drawn;
        return (T)(object)Math.Clamp(value, ElementTypes.ToInt64(_low[component]), ElementTypes.ToInt64(_high[component]));
    }
}
