using System.Buffers.Binary;
using EnvHub.Numerics;
using EnvHub.Python;

namespace EnvHub.Fuzzing;

/// <summary>Changes the sizes that a shared region's header states, often with the total that they ask for.</summary>
internal sealed class RegionMutator : IMutator
{
    private const int Largest = 1 << 16;

    private static readonly int[] Sizes = [SharedWord.Copies, SharedWord.ObservationElements, SharedWord.ActionElements, SharedWord.TextBytes];

    private readonly ByteMutator _bytes = new();

    public byte[] Mutate(byte[] input, InputPool pool, RandomGenerator random)
    {
        if (random.Integers(4) == 0 || input.Length < SharedLayout.HeaderBytes) return _bytes.Mutate(input, pool, random);
        byte[] header = input[..SharedLayout.HeaderBytes];
        for (long changes = 1 + random.Integers(3); changes > 0; changes--)
            Set(header, Sizes[random.Integers(Sizes.Length)], random.Integers(2) == 0 ? (int)ByteMutator.Edge(random) : (int)random.Integers(100));
        if (random.Integers(3) > 0) SetTotal(header);
        long total = (uint)Get(header, SharedWord.TotalBytesLow);
        return [.. header, .. new byte[Math.Clamp(total, SharedLayout.HeaderBytes, Largest) - SharedLayout.HeaderBytes]];
    }

    private static void SetTotal(byte[] header)
    {
        var (copies, observation, action, text) = (Get(header, SharedWord.Copies), Get(header, SharedWord.ObservationElements), Get(header, SharedWord.ActionElements), Get(header, SharedWord.TextBytes));
        int flags = Get(header, SharedWord.MaskFlags);
        if (copies < 1 || observation < 0 || action < 0 || text < 0 || flags < 0 || !SharedLayout.IsAddressable(copies, observation, action, flags)) return;
        long total = new SharedLayout(copies, observation, action, text, flags).TotalBytes;
        Set(header, SharedWord.TotalBytesLow, (int)total);
        Set(header, SharedWord.TotalBytesHigh, (int)(total >> 32));
    }

    private static int Get(byte[] header, int offset) => BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(offset));

    private static void Set(byte[] header, int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(offset), value);
}
