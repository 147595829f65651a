using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>An array of zeros and ones. Means what <c>gymnasium.spaces.MultiBinary</c> means.</summary>
public sealed class MultiBinarySpace : Space<sbyte[]>
{
    private const int MostOnTheStack = 256;

    private readonly int[] _shape;

    /// <param name="shape">The length of each axis, at least 1; one number for a vector.</param>
    /// <exception cref="HubException">EH1003 an axis is shorter than 1; EH1004 more components than an array holds.</exception>
    public MultiBinarySpace(params ReadOnlySpan<int> shape)
    {
        for (int i = 0; i < shape.Length; i++)
            if (shape[i] < 1) throw ContractErrors.BadCount("MultiBinarySpace", $"shape[{i}]", shape[i]);
        ElementSize = SpaceShape.SizeOf("MultiBinarySpace", shape);
        _shape = shape.ToArray();
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Shape => _shape;

    /// <inheritdoc/>
    public override int ElementSize { get; }

    /// <inheritdoc/>
    public override int FlatSize => ElementSize;

    /// <inheritdoc/>
    public override sbyte[] Sample(RandomGenerator random)
    {
        ArgumentNullException.ThrowIfNull(random);
        sbyte[] sample = new sbyte[ElementSize];
        random.Integers(0, 2, sample);
        return sample;
    }

    /// <inheritdoc/>
    public override void SampleElements(RandomGenerator random, Span<float> elements)
    {
        ArgumentNullException.ThrowIfNull(random);
        RequireLength(elements.Length, ElementSize, "elements");
        Span<sbyte> sample = ElementSize <= MostOnTheStack ? stackalloc sbyte[ElementSize] : new sbyte[ElementSize];
        random.Integers(0, 2, sample);
        for (int i = 0; i < elements.Length; i++) elements[i] = sample[i];
    }

    /// <summary>A value whose components are as <paramref name="mask"/> sets them, or drawn.</summary>
    /// <param name="mask">Shape <c>[ElementSize]</c>: 0 and 1 set the component, 2 draws it.</param>
    /// <exception cref="HubException">EH1005 the mask has another length; EH1009 it holds another number.</exception>
    public sbyte[] Sample(RandomGenerator random, ReadOnlySpan<sbyte> mask)
    {
        if (mask.Length != ElementSize) throw ContractErrors.BadMask(ToString(), mask.Length, ElementSize);
        int bad = mask.IndexOfAnyExceptInRange((sbyte)0, (sbyte)2);
        if (bad >= 0) throw ContractErrors.OutsideSpace(ToString(), $"mask[{bad}] = {mask[bad]}");
        // Gymnasium draws every component and then covers those that are set.
        sbyte[] sample = Sample(random);
        for (int i = 0; i < sample.Length; i++)
            if (mask[i] != 2) sample[i] = mask[i];
        return sample;
    }

    /// <summary>A value whose components are one with the given probabilities.</summary>
    /// <param name="probabilities">Shape <c>[ElementSize]</c>, each in [0, 1].</param>
    /// <exception cref="HubException">EH1005 another length; EH1009 a probability is outside [0, 1].</exception>
    public sbyte[] Sample(RandomGenerator random, ReadOnlySpan<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (probabilities.Length != ElementSize) throw ContractErrors.BadMask(ToString(), probabilities.Length, ElementSize);
        for (int i = 0; i < probabilities.Length; i++)
            if (!(probabilities[i] is >= 0 and <= 1)) throw ContractErrors.OutsideSpace(ToString(), $"probabilities[{i}] = {probabilities[i]}");
        sbyte[] sample = new sbyte[ElementSize];
        for (int i = 0; i < sample.Length; i++) sample[i] = (sbyte)(random.NextDouble() <= probabilities[i] ? 1 : 0);
        return sample;
    }

    /// <inheritdoc/>
    public override bool Contains(sbyte[] value) =>
        value is not null && value.Length == ElementSize && !value.AsSpan().ContainsAnyExcept((sbyte)0, (sbyte)1);

    /// <inheritdoc/>
    public override bool ContainsElements(ReadOnlySpan<float> elements) => elements.Length == ElementSize && !elements.ContainsAnyExcept(0f, 1f);

    /// <inheritdoc/>
    public override void Write(sbyte[] value, Span<float> elements)
    {
        ArgumentNullException.ThrowIfNull(value);
        RequireValueLength(value.Length);
        RequireLength(elements.Length, ElementSize, "elements");
        for (int i = 0; i < elements.Length; i++) elements[i] = value[i];
    }

    /// <inheritdoc/>
    public override sbyte[] Read(ReadOnlySpan<float> elements)
    {
        RequireLength(elements.Length, ElementSize, "elements");
        sbyte[] value = new sbyte[elements.Length];
        for (int i = 0; i < value.Length; i++) value[i] = (sbyte)elements[i];
        return value;
    }

    /// <inheritdoc/>
    public override void Flatten(sbyte[] value, Span<float> flat) => Write(value, flat);

    /// <inheritdoc/>
    public override sbyte[] Unflatten(ReadOnlySpan<float> flat) => Read(flat);

    /// <inheritdoc/>
    public override void FlattenElements(ReadOnlySpan<float> elements, Span<float> flat) => CopyElements(elements, flat);

    internal override sbyte[] Draw(SpaceGenerators generators, object? mask) => mask switch
    {
        null => Sample(generators.Own),
        sbyte[] settings => Sample(generators.Own, settings),
        double[] probabilities => Sample(generators.Own, probabilities),
        _ => throw ContractErrors.WrongMaskType(ToString(), mask, "sbyte[] or double[]"),
    };

    /// <inheritdoc/>
    public override bool Equals(Space? other) => other is MultiBinarySpace that && _shape.AsSpan().SequenceEqual(that._shape);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(MultiBinarySpace), _shape.Length, ElementSize);

    /// <inheritdoc/>
    public override string ToString() => _shape.Length == 1 ? $"MultiBinary({ElementSize})" : $"MultiBinary({SpaceShape.Text(_shape)})";
}
