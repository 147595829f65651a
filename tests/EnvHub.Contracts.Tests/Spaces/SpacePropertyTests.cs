using EnvHub.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace EnvHub.Contracts.Tests;

/// <summary>What holds for every space, whatever its kind, size and bounds.</summary>
public sealed class SpacePropertyTests
{
    private static readonly Gen<float> Bound = Gen.Frequency(
        (4, Gen.Choose(-1000, 1000).Select(hundredths => hundredths / 100f)), (1, Gen.Constant(float.NaN)));       // NaN: open

    private static readonly Gen<int[]> Shape = Gen.Choose(1, 4).ArrayOf(2);

    private static readonly Gen<Space> Spaces = Gen.OneOf(
        from shape in Shape
        from pairs in Gen.Zip(Bound, Bound).ArrayOf(shape[0] * shape[1])
        select (Space)Box(pairs, shape),
        from count in Gen.Choose(1, 30)
        from start in Gen.Choose(-50, 50)
        select (Space)new DiscreteSpace(count, start),
        from shape in Shape
        from counts in Gen.Choose(1, 9).ArrayOf(shape[0] * shape[1])
        from starts in Gen.Choose(-9, 9).ArrayOf(shape[0] * shape[1])
        select (Space)new MultiDiscreteSpace(counts, [.. starts.Select(start => (long)start)], shape),
        Shape.Select(Space (shape) => new MultiBinarySpace(shape)));

    [Test]
    public void Sample_Always_IsContained() => Check((space, random) =>
    {
        object value = space.SampleObject(random);
        return space.ContainsObject(value) && value.GetType() == space.ValueType;
    });

    [Test]
    public void SampleElements_Always_AreContained() => Check((space, random) =>
    {
        float[] elements = new float[space.ElementSize];
        space.SampleElements(random, elements);
        return space.ContainsElements(elements);
    });

    [Test]
    public void SampleElements_SameSeed_AreTheSamplesElements() => Check((space, random) =>
    {
        float[] elements = new float[space.ElementSize];
        var again = new RandomGenerator(random.State);
        space.SampleElements(random, elements);
        return elements.SequenceEqual(ElementsOf(space, space.SampleObject(again))) && random.State == again.State;
    });

    [Test]
    public void Elements_ReadBack_AreTheValue() => Check((space, random) => RoundTrip(space, space.SampleObject(random), flattened: false));

    [Test]
    public void Flattened_Unflattened_IsTheValue() => Check((space, random) => RoundTrip(space, space.SampleObject(random), flattened: true));

    [Test]
    public void FlattenElements_Always_IsFlattenOfTheValue() => Check((space, random) =>
    {
        object value = space.SampleObject(random);
        float[] flat = new float[space.FlatSize];
        space.FlattenElements(ElementsOf(space, value), flat);
        return flat.SequenceEqual(FlatOf(space, value));
    });

    [Test]
    public void ContainsElements_AnyNaN_IsFalse() => Check((space, random) =>
    {
        float[] elements = new float[space.ElementSize];
        space.SampleElements(random, elements);
        elements[(int)random.Integers(elements.Length)] = float.NaN;
        return !space.ContainsElements(elements);
    });

    [Test]
    public void ContainsElements_WrongLength_IsFalse() => Check((space, _) => !space.ContainsElements(new float[space.ElementSize + 1]));

    private static void Check(Func<Space, RandomGenerator, bool> property) => Prop.ForAll(
        Gen.Zip(Spaces, Gen.Choose(0, int.MaxValue)).ToArbitrary(), pair => property(pair.Item1, new RandomGenerator((ulong)pair.Item2)))
        .Check(Config.QuickThrowOnFailure.WithReplay(20250, 1));

    private static BoxSpace Box((float First, float Second)[] pairs, int[] shape)
    {
        var bounds = pairs.Select(pair => (
            Low: float.IsNaN(pair.First) ? float.NegativeInfinity : float.IsNaN(pair.Second) ? pair.First : Math.Min(pair.First, pair.Second),
            High: float.IsNaN(pair.Second) ? float.PositiveInfinity : float.IsNaN(pair.First) ? pair.Second : Math.Max(pair.First, pair.Second))).ToArray();
        return new([.. bounds.Select(bound => bound.Low)], [.. bounds.Select(bound => bound.High)], shape);
    }

    private static float[] ElementsOf(Space space, object value) => space switch
    {
        BoxSpace box => Filled(space.ElementSize, elements => box.Write((float[])value, elements)),
        DiscreteSpace discrete => Filled(space.ElementSize, elements => discrete.Write((long)value, elements)),
        MultiDiscreteSpace multi => Filled(space.ElementSize, elements => multi.Write((long[])value, elements)),
        _ => Filled(space.ElementSize, elements => ((MultiBinarySpace)space).Write((sbyte[])value, elements)),
    };

    private static float[] FlatOf(Space space, object value) => space switch
    {
        BoxSpace box => Filled(space.FlatSize, flat => box.Flatten((float[])value, flat)),
        DiscreteSpace discrete => Filled(space.FlatSize, flat => discrete.Flatten((long)value, flat)),
        MultiDiscreteSpace multi => Filled(space.FlatSize, flat => multi.Flatten((long[])value, flat)),
        _ => Filled(space.FlatSize, flat => ((MultiBinarySpace)space).Flatten((sbyte[])value, flat)),
    };

    private static bool RoundTrip(Space space, object value, bool flattened)
    {
        float[] form = flattened ? FlatOf(space, value) : ElementsOf(space, value);
        return space switch
        {
            BoxSpace box => (flattened ? box.Unflatten(form) : box.Read(form)).SequenceEqual((float[])value),
            DiscreteSpace discrete => (flattened ? discrete.Unflatten(form) : discrete.Read(form)) == (long)value,
            MultiDiscreteSpace multi => (flattened ? multi.Unflatten(form) : multi.Read(form)).SequenceEqual((long[])value),
            _ => (flattened ? ((MultiBinarySpace)space).Unflatten(form) : ((MultiBinarySpace)space).Read(form)).SequenceEqual((sbyte[])value),
        };
    }

    private static float[] Filled(int size, Action<float[]> fill)
    {
        float[] values = new float[size];
        fill(values);
        return values;
    }
}
