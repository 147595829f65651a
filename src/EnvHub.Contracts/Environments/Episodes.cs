using System.Security.Cryptography;
using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>The generators and step counts of N copies.</summary>
internal sealed class Episodes
{
    private const int NeverBegun = -1;

    private readonly RandomGenerator?[] _random;
    private readonly int[] _steps;
    private readonly int _limit;
    private int _waiting;

    public Episodes(int count, int? maxSteps)
    {
        (_random, _steps, _limit, _waiting) = (new RandomGenerator?[count], new int[count], maxSteps ?? int.MaxValue, count);
        Array.Fill(_steps, NeverBegun);
    }

    /// <summary>Whether every copy was begun.</summary>
    public bool HaveAllBegun => _waiting == 0;

    /// <summary>Whether every active copy was begun.</summary>
    public bool HaveBegun(ReadOnlySpan<bool> active)
    {
        if (HaveAllBegun) return true;
        for (int i = 0; i < active.Length; i++)
            if (active[i] && _steps[i] == NeverBegun) return false;
        return true;
    }

    /// <summary>Whether <paramref name="copy"/> was begun.</summary>
    public bool HasBegun(int copy) => _steps[copy] != NeverBegun;

    /// <summary>The generator of <paramref name="copy"/>; from fresh entropy where no seed was ever given.</summary>
    public RandomGenerator RandomOf(int copy) => _random[copy] ??= new RandomGenerator(FreshEntropy());

    /// <summary>Starts an episode in <paramref name="copy"/>; its generator starts anew from <paramref name="seed"/>.</summary>
    public RandomGenerator Begin(int copy, ulong seed)
    {
        _random[copy] = new RandomGenerator(seed);
        return Begin(copy);
    }

    /// <summary>Starts an episode in <paramref name="copy"/>; its generator goes on.</summary>
    public RandomGenerator Begin(int copy)
    {
        if (_steps[copy] == NeverBegun) _waiting--;
        _steps[copy] = 0;
        return RandomOf(copy);
    }

    /// <summary>Counts a step of <paramref name="copy"/> and tells whether it reached the limit.</summary>
    public bool CountStep(int copy) => ++_steps[copy] >= _limit;

    /// <summary>Writes or takes back where the copies stand.</summary>
    public void Exchange(SnapshotArchive archive)
    {
        archive.Generators("generators", _random);
        archive.Array<int>("steps", _steps);
        if (archive.IsRestoring) _waiting = _steps.AsSpan().Count(NeverBegun);
    }

    private static ulong FreshEntropy() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
