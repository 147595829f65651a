using System.Buffers.Binary;
using System.Text;
using EnvHub.Numerics;

namespace EnvHub.Fuzzing;

/// <summary>Changes the header of a safetensors file and states its length anew, so that what is behind that check is reached.</summary>
internal sealed class SafeTensorsMutator : IMutator
{
    private readonly ByteMutator _bytes = new();

    public byte[] Mutate(byte[] input, InputPool pool, RandomGenerator random)
    {
        if (random.Integers(6) == 0 || HeaderOf(input) is not { } header) return _bytes.Mutate(input, pool, random);
        byte[] changed = Encoding.UTF8.GetBytes(TextMutator.Mutate(header, () => HeaderOf(pool.Pick(random)) ?? "{}", random));
        byte[] data = input[(sizeof(long) + Encoding.UTF8.GetByteCount(header))..];
        byte[] length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, changed.Length);
        return [.. length, .. changed, .. data];
    }

    // Null where it is not UTF-8, or its length is not there.
    private static string? HeaderOf(byte[] file)
    {
        if (file.Length < sizeof(long)) return null;
        long length = BinaryPrimitives.ReadInt64LittleEndian(file);
        if (length < 0 || length > file.Length - sizeof(long)) return null;
        string header = Encoding.UTF8.GetString(file, sizeof(long), (int)length);
        return header.Contains('\uFFFD', StringComparison.Ordinal) ? null : header;
    }
}
