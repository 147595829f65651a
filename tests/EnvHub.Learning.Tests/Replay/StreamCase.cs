namespace EnvHub.Learning.Tests;

/// <summary>A kind of observations: what a frame may hold, how frames are stacked, and what the network is to see of an observation.</summary>
/// <param name="Name">For the test's name.</param>
/// <param name="Environment">With the stacked space.</param>
/// <param name="Frame">Draws one frame's elements.</param>
/// <param name="Expected">What the network sees, written down once more and simply.</param>
public sealed record StreamCase(
    string Name, EnvironmentSpec Environment, Func<RandomGenerator, float[]> Frame, Func<float[], float[]> Expected)
{
    public bool ChannelsFirst { get; init; }

    /// <summary>What stands before the first frame; null: the first frame itself.</summary>
    public float[]? Padding { get; init; }

    public override string ToString() => Name;

    public static IEnumerable<StreamCase> All()
    {
        yield return new("bytes, 4 frames", Spec(Bytes(4, 6, 5), 4), Drawn(30, 256), x => Pixels(x, 4, 30, 1, 1f / 255));
        yield return new("bytes, 2 frames of 2 channels, zeros before", Spec(Bytes(2, 3, 4, 2), 2), Drawn(24, 2), x => Pixels(x, 2, 12, 2, 1f / 255)) { Padding = new float[24] };
        yield return new("bytes, 4 frames, zeros before", Spec(Bytes(4, 7, 9), 4), Drawn(63, 3), x => Pixels(x, 4, 63, 1, 1f / 255)) { Padding = new float[63] };
        yield return new("bytes, channels first", Spec(Bytes(3, 4, 5), null), Drawn(60, 256), x => Pixels(x, 3, 20, 1, 1f / 255)) { ChannelsFirst = true };
        yield return new("bytes, 2 frames, channels first", Spec(Bytes(2, 3, 2, 3), 2), Drawn(18, 256), x => Pixels(x, 6, 6, 1, 1f / 255)) { ChannelsFirst = true };
        yield return new("bytes, one image", Spec(Bytes(5, 5, 3), null), Drawn(75, 256), x => [.. x.Select(value => value * (1f / 255))]);
        yield return new("bytes, a vector", Spec(Bytes(40), null), Drawn(40, 256), x => x);
        yield return new("floats", Spec(BoxSpace.Uniform(-9, 9, 3), null), Floats(3), x => x);
        yield return new("floats, scaled", Spec(BoxSpace.Uniform(-9, 9, 3), null) with { ObservationScaling = new([1, 2, 3], [3, 5, 7]) }, Floats(3),
            x => [(x[0] - 1) * (1f / 3), (x[1] - 2) * (1f / 5), (x[2] - 3) * (1f / 7)]);
        yield return new("floats, 3 frames", Spec(BoxSpace.Uniform(-9, 9, 3, 2), 3), Floats(2), x => x) { Padding = [1, -1] };
        yield return new("shorts", Spec(BoxSpace.UniformOf<short>(-900, 900, 2), null), Drawn(2, 900, -900), x => x);
        yield return new("unsigned shorts, 2 frames of an image", Spec(BoxSpace.UniformOf<ushort>(0, 60_000, 2, 3, 2), 2), Drawn(6, 60_000), x => Pixels(x, 2, 6, 1, 1));
        yield return new("signed bytes", Spec(BoxSpace.UniformOf<sbyte>(-100, 100, 2), null), Drawn(2, 200, -100), x => x);
        yield return new("integers", Spec(BoxSpace.UniformOf(-1_000_000, 1_000_000, 2), null), Drawn(2, 2_000_000, -1_000_000), x => x);
        yield return new("one of 500", Spec(new DiscreteSpace(500), null), Drawn(1, 500), x => OneHot(x[0], 500));
        yield return new("one of 4 from -2", Spec(new DiscreteSpace(4, start: -2), null), Drawn(1, 4, -2), x => OneHot(x[0] + 2, 4));
        yield return new("flags", Spec(new MultiBinarySpace(5), null), Drawn(5, 2), x => x);
        yield return new("a tuple", Spec(new TupleSpace(new DiscreteSpace(3), new DiscreteSpace(2)), null), Drawn(2, 2), x => [.. OneHot(x[0], 3), .. OneHot(x[1], 2)]);
    }

    private static EnvironmentSpec Spec(Space observations, int? frames) => new()
    {
        Id = EnvironmentId.Parse("Stream-v0"), ObservationSpace = observations, ActionSpace = new DiscreteSpace(3), StackedFrames = frames, HasActionMasks = true,
    };

    private static BoxSpace<byte> Bytes(params int[] shape) => BoxSpace.UniformOf<byte>(0, 255, shape);

    private static Func<RandomGenerator, float[]> Drawn(int size, int count, int start = 0) =>
        random => [.. Enumerable.Range(0, size).Select(_ => (float)(start + random.Integers(count)))];

    private static Func<RandomGenerator, float[]> Floats(int size) => random => [.. Enumerable.Range(0, size).Select(_ => (float)random.Normal())];

    private static float[] OneHot(float value, int count) => [.. Enumerable.Range(0, count).Select(i => i == (int)value ? 1f : 0f)];

    // [A, P, C] to [P, A, C], times the factor.
    private static float[] Pixels(float[] planes, int count, int pixels, int channels, float factor)
    {
        var image = new List<float>();
        for (int pixel = 0; pixel < pixels; pixel++)
            for (int plane = 0; plane < count; plane++)
                for (int channel = 0; channel < channels; channel++) image.Add(planes[plane * pixels * channels + pixel * channels + channel] * factor);
        return [.. image];
    }
}
