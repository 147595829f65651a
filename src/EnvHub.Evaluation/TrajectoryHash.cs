using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EnvHub.Evaluation;

/// <summary>A fingerprint of an environment's trajectory under random actions, to compare with another implementation's.</summary>
/// <remarks>The rule, in Gymnasium's terms: <c>env.reset(seed=s)</c>, <c>env.action_space.seed(s)</c>; each step takes
/// <c>env.action_space.sample()</c>; after an episode's end <c>env.reset()</c>. Hashed in order, all little-endian: the first observation as
/// float64; per step the observation, the reward as float64, terminated and truncated as one byte each; after an end the new episode's
/// first observation.</remarks>
public static class TrajectoryHash
{
    /// <summary>The SHA-256 of <paramref name="steps"/> steps from <paramref name="seed"/>: 64 hexadecimal digits, lower case.</summary>
    /// <param name="environment">One copy; it is reset and stepped, not disposed.</param>
    /// <param name="usesMasks">Whether the actions are <c>env.action_space.sample(info["action_mask"])</c>, where the environment has masks.</param>
    /// <exception cref="ArgumentException">There is more than one copy.</exception>
    public static string Compute(IVectorEnvironment environment, ulong seed, long steps, bool usesMasks = false)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment.Count != 1)
            throw new ArgumentException($"The environment has {environment.Count} copies; a trajectory is that of one.", nameof(environment));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (arena, actions) = (new StepArena(environment), new RandomActions(environment.Spec.ActionSpace, seed, usesMasks));
        environment.Reset([seed], arena.ResetBuffers);
        Append(hash, arena.Observations);
        for (long i = 0; i < steps; i++)
        {
            actions.Draw(arena);
            environment.Step(arena.ActionBatch, arena.Buffers);
            AppendStep(hash, arena);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AppendStep(IncrementalHash hash, StepArena arena)
    {
        bool terminated = arena.Terminated[0], truncated = arena.Truncated[0];
        Append(hash, arena.FinalObservations);
        Append(hash, arena.Rewards[0]);
        hash.AppendData([terminated ? (byte)1 : (byte)0, truncated ? (byte)1 : (byte)0]);
        if (terminated || truncated) Append(hash, arena.Observations);
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<float> values)
    {
        foreach (float value in values) Append(hash, (double)value);
    }

    private static void Append(IncrementalHash hash, double value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        hash.AppendData(bytes);
    }
}
