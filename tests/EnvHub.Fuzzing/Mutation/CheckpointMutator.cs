using System.Text;
using EnvHub.Numerics;

namespace EnvHub.Fuzzing;

/// <summary>Changes the records of a checkpoint and computes their checksums anew, so that what is behind that check is reached.</summary>
internal sealed class CheckpointMutator : IMutator
{
    private static readonly byte[][] Names = [[], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], "trial"u8.ToArray(), "a\0b"u8.ToArray(), Encoding.UTF8.GetBytes(new string('x', 4097))];

    private readonly ByteMutator _bytes = new();

    public byte[] Mutate(byte[] input, InputPool pool, RandomGenerator random)
    {
        var records = CheckpointRecord.Of(input);
        if (random.Integers(6) == 0 || records.Count == 0) return _bytes.Mutate(input, pool, random);
        for (long changes = 1 + random.Integers(3); changes > 0 && records.Count > 0; changes--) Change(records, random);
        byte[] file = CheckpointRecord.Write(records, random.Integers(8) == 0 ? (int)ByteMutator.Edge(random) : records.Count);
        return random.Integers(8) == 0 ? file[..(int)random.Integers(file.Length)] : file;
    }

    private static void Change(List<CheckpointRecord> records, RandomGenerator random)
    {
        int at = (int)random.Integers(records.Count);
        var record = records[at];
        switch (random.Integers(7))
        {
            case 0: records.Insert((int)random.Integers(records.Count + 1), record); break;
            case 1: records.RemoveAt(at); break;
            case 2: records[at] = record with { Name = Names[random.Integers(Names.Length)] }; break;
            case 3: records[at] = record with { Name = records[(int)random.Integers(records.Count)].Name }; break;
            case 4: records[at] = record with { Type = (int)random.Integers(-1, 10) }; break;
            case 5: records[at] = record with { Length = ByteMutator.Edge(random) }; break;
            default: records[at] = record with { Values = [.. record.Values, .. new byte[random.Integers(64)]] }; break;
        }
    }
}
