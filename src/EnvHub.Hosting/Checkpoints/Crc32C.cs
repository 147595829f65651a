using System.Buffers.Binary;
using System.Numerics;

namespace EnvHub.Hosting;

/// <summary>A running CRC-32C. Finds every single flipped bit and every burst of up to 32 bits; anything else but for one in four billion.</summary>
/// <remarks>Source: Castagnoli et al. (1993); the polynomial that processors compute in hardware, several gigabytes per second.</remarks>
internal struct Crc32C
{
    private uint _inverse;

    /// <summary>Of all bytes so far.</summary>
    public readonly uint Value => ~_inverse;

    /// <summary>None so far.</summary>
    public static Crc32C Start => new() { _inverse = uint.MaxValue };

    /// <summary>Takes in more bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint crc = _inverse;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte single in bytes) crc = BitOperations.Crc32C(crc, single);
        _inverse = crc;
    }
}
