using System.Globalization;
using System.Runtime.InteropServices;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>Copies of an environment that are played with random actions; copy i starts from seed + i, its actions too.</summary>
internal sealed class CheckPlay : IDisposable
{
    private readonly RandomGenerator[] _randoms;
    private readonly float[] _elements;
    private readonly Space _space;
    private readonly ulong[] _seeds;

    public CheckPlay(IVectorEnvironment environment, ulong seed)
    {
        (Environment, Arena, _space) = (environment, new StepArena(environment), environment.Spec.ActionSpace);
        _seeds = [.. Enumerable.Range(0, environment.Count).Select(i => seed + (ulong)i)];
        _randoms = [.. _seeds.Select(one => new RandomGenerator(one))];
        _elements = new float[_space.ElementSize];
        Reset();
    }

    public static CheckPlay Of(CheckSubject subject, ulong seed, int count = 1) => new(subject.Create(count), seed);

    public IVectorEnvironment Environment { get; }

    public StepArena Arena { get; set; }

    public bool HasEnded(int copy) => Arena.Terminated[copy] || Arena.Truncated[copy];

    public void Reset() => Environment.Reset(_seeds, Arena.ResetBuffers);

    public void ResetOnward() => Environment.Reset([], Arena.ResetBuffers);

    public Pcg64State? Generator(int copy) => (Environment as IGeneratorSource)?.GeneratorStateOf(copy);

    public void Step()
    {
        for (int i = 0; i < Environment.Count; i++) Act(i);
        Environment.Step(Arena.ActionBatch, Arena.Buffers);
    }

    /// <summary>Draws the next action of one copy, a possible one where the environment has masks.</summary>
    public void Act(int copy)
    {
        ActionMask.SampleElements(_space, _randoms[copy], MaskOf(Arena.ActionMasks, Arena, copy), _elements);
        if (_space is DiscreteSpace discrete) Arena.Actions[copy] = (int)((long)_elements[0] - discrete.Start);
        else _elements.CopyTo(Arena.ActionElements[(copy * _elements.Length)..]);
    }

    /// <summary>Everything that the last step wrote for one copy, widened.</summary>
    public double[] Row(int copy) => RowOf(Arena, copy);

    public static double[] RowOf(StepArena arena, int copy)
    {
        int size = arena.ElementSize;
        return [.. Widen(arena.Observations.Slice(copy * size, size)), .. Widen(arena.FinalObservations.Slice(copy * size, size)),
            arena.Rewards[copy], arena.Terminated[copy] ? 1 : 0, arena.Truncated[copy] ? 1 : 0,
            .. Widen(MaskOf(arena.ActionMasks, arena, copy)), .. Widen(MaskOf(arena.FinalActionMasks, arena, copy))];
    }

    /// <summary>The flags of one copy; empty where the environment has no masks.</summary>
    public static ReadOnlySpan<bool> MaskOf(ReadOnlySpan<bool> masks, StepArena arena, int copy) =>
        masks.Slice(copy * (masks.Length / arena.Count), masks.Length / arena.Count);

    public double[] FirstRow(int copy) =>
        [.. Widen(Arena.Observations.Slice(copy * Arena.ElementSize, Arena.ElementSize)), .. Widen(MaskOf(Arena.ActionMasks, Arena, copy))];

    /// <summary>What differs between rows of the same environment, in words; null for nothing.</summary>
    public string? Difference(double[] mine, double[] other)
    {
        if (MemoryMarshal.AsBytes<double>(mine).SequenceEqual(MemoryMarshal.AsBytes<double>(other))) return null;
        int at = Enumerable.Range(0, mine.Length).First(i => BitConverter.DoubleToInt64Bits(mine[i]) != BitConverter.DoubleToInt64Bits(other[i]));
        string what = mine.Length < 2 * Arena.ElementSize + Single.Length && at >= Arena.ElementSize ? $"action mask[{at - Arena.ElementSize}]" : NameOf(at);
        return string.Create(CultureInfo.InvariantCulture, $"{what} is {mine[at]:R} and {other[at]:R}");
    }

    public void Dispose() => Environment.Dispose();

    private static readonly string[] Single = ["reward", "terminated", "truncated"];

    private string NameOf(int at)
    {
        int size = Arena.ElementSize, masks = 2 * size + Single.Length, flags = Arena.ActionMasks.Length / Arena.Count;
        if (at < size) return $"observation[{at}]";
        if (at < 2 * size) return $"final observation[{at - size}]";
        if (at < masks) return Single[at - 2 * size];
        return at < masks + flags ? $"action mask[{at - masks}]" : $"final action mask[{at - masks - flags}]";
    }

    private static double[] Widen(ReadOnlySpan<bool> flags)
    {
        var wide = new double[flags.Length];
        for (int i = 0; i < wide.Length; i++) wide[i] = flags[i] ? 1 : 0;
        return wide;
    }

    private static double[] Widen(ReadOnlySpan<float> values)
    {
        var wide = new double[values.Length];
        for (int i = 0; i < wide.Length; i++) wide[i] = values[i];
        return wide;
    }
}
