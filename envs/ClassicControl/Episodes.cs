using System.Security.Cryptography;
using EnvHub.Numerics;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The generators and step counts of N copies: what every environment here keeps beside its state.</summary>
internal sealed class Episodes(int count, int? maxSteps)
{
    private readonly RandomGenerator[] _random = new RandomGenerator[count];
    private readonly int[] _steps = new int[count];
    private readonly int _limit = maxSteps ?? int.MaxValue;

    /// <summary>Whether <see cref="Begin"/> was ever called.</summary>
    public bool HaveBegun { get; private set; }

    /// <summary>The generator of <paramref name="copy"/>.</summary>
    public RandomGenerator RandomOf(int copy) => _random[copy];

    /// <summary>Starts an episode in every copy; each generator starts anew from its seed, or goes on where there are none.</summary>
    public void Begin(ReadOnlySpan<ulong> seeds)
    {
        for (int i = 0; i < _random.Length; i++)
        {
            if (!seeds.IsEmpty) _random[i] = new RandomGenerator(seeds[i]);
            else _random[i] ??= new RandomGenerator(FreshEntropy());
        }
        Array.Clear(_steps);
        HaveBegun = true;
    }

    /// <summary>Counts a step of <paramref name="copy"/> and tells whether it reached the limit.</summary>
    public bool CountStep(int copy) => ++_steps[copy] >= _limit;

    /// <summary>Starts an episode in <paramref name="copy"/>; its generator goes on.</summary>
    public RandomGenerator Restart(int copy)
    {
        _steps[copy] = 0;
        return _random[copy];
    }

    private static ulong FreshEntropy() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
