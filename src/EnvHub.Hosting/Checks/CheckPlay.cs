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

    /// <summary>Draws the next action of one copy.</summary>
    public void Act(int copy)
    {
        _space.SampleElements(_randoms[copy], _elements);
        if (_space is DiscreteSpace discrete) Arena.Actions[copy] = (int)((long)_elements[0] - discrete.Start);
        else _elements.CopyTo(Arena.ActionElements[(copy * _elements.Length)..]);
    }

    /// <summary>Everything that the last step wrote for one copy, widened.</summary>
    public double[] Row(int copy) => RowOf(Arena, copy);

    public static double[] RowOf(StepArena arena, int copy)
    {
        int size = arena.ElementSize;
        return [.. Widen(arena.Observations.Slice(copy * size, size)), .. Widen(arena.FinalObservations.Slice(copy * size, size)),
            arena.Rewards[copy], arena.Terminated[copy] ? 1 : 0, arena.Truncated[copy] ? 1 : 0];
    }

    public double[] FirstRow(int copy) => Widen(Arena.Observations.Slice(copy * Arena.ElementSize, Arena.ElementSize));

    /// <summary>What differs between rows of the same environment, in words; null for nothing.</summary>
    public string? Difference(double[] mine, double[] other)
    {
        if (MemoryMarshal.AsBytes<double>(mine).SequenceEqual(MemoryMarshal.AsBytes<double>(other))) return null;
        int at = Enumerable.Range(0, mine.Length).First(i => BitConverter.DoubleToInt64Bits(mine[i]) != BitConverter.DoubleToInt64Bits(other[i]));
        int size = Arena.ElementSize;
        string what = at < size ? $"observation[{at}]" : at < 2 * size ? $"final observation[{at - size}]"
            : ((string[])["reward", "terminated", "truncated"])[at - 2 * size];
        return string.Create(CultureInfo.InvariantCulture, $"{what} is {mine[at]:R} and {other[at]:R}");
    }

    public void Dispose() => Environment.Dispose();

    private static double[] Widen(ReadOnlySpan<float> values)
    {
        var wide = new double[values.Length];
        for (int i = 0; i < wide.Length; i++) wide[i] = values[i];
        return wide;
    }
}
