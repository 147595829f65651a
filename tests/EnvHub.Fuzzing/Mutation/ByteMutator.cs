using System.Buffers.Binary;
using EnvHub.Numerics;

namespace EnvHub.Fuzzing;

/// <summary>Changes bytes, whatever they mean.</summary>
internal sealed class ByteMutator : IMutator
{
    private const int MostChanges = 4;

    private static readonly long[] Numbers = [0, 1, -1, 2, 127, 128, 255, 256, 4096, 4097, 65535, int.MaxValue, int.MinValue, uint.MaxValue, 1L << 32, long.MaxValue, long.MinValue];

    /// <summary>A number at an edge.</summary>
    public static long Edge(RandomGenerator random) => Numbers[random.Integers(Numbers.Length)];

    public byte[] Mutate(byte[] input, InputPool pool, RandomGenerator random)
    {
        List<byte> bytes = [.. input];
        for (long changes = 1 + random.Integers(MostChanges); changes > 0; changes--)
        {
            if (bytes.Count == 0) bytes.Add((byte)random.Integers(256));
            Change(bytes, random);
        }
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, RandomGenerator random)
    {
        int at = (int)random.Integers(bytes.Count), count = (int)random.Integers(1, Math.Min(64, bytes.Count - at) + 1L);
        switch (random.Integers(6))
        {
            case 0: bytes[at] ^= (byte)(1 << (int)random.Integers(8)); break;
            case 1: bytes[at] = (byte)random.Integers(256); break;
            case 2: Write(bytes, at, Edge(random), random.Integers(2) == 0 ? sizeof(int) : sizeof(long)); break;
            case 3: bytes.RemoveRange(at, count); break;
            case 4: bytes.InsertRange(at, bytes[at..(at + count)]); break;
            default: bytes.RemoveRange(at, random.Integers(4) == 0 ? bytes.Count - at : 1); break;
        }
    }

    private static void Write(List<byte> bytes, int at, long number, int size)
    {
        Span<byte> written = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(written, number);
        for (int i = 0; i < size && at + i < bytes.Count; i++) bytes[at + i] = written[i];
    }
}
