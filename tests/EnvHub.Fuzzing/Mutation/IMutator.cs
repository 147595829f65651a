using EnvHub.Numerics;

namespace EnvHub.Fuzzing;

/// <summary>Changes inputs.</summary>
internal interface IMutator
{
    /// <summary>A changed copy of <paramref name="input"/>.</summary>
    /// <param name="pool">Where parts of others come from.</param>
    byte[] Mutate(byte[] input, InputPool pool, RandomGenerator random);
}
