using System.Buffers.Binary;
using System.Text;
using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class CheckpointFileTests : RunFolderFixture
{
    private static readonly float[] Floats = [1.5f, float.NaN, -0f];
    private static readonly bool[] Flags = [true, false];

    private string File => Path.Combine(Runs, "a.ckpt");

    [Test]
    public void Read_WhatWasWritten_IsTheSameBits()
    {
        Write();
        using var reader = new CheckpointFileReader(File);
        var floats = new float[3];
        var flags = new bool[2];
        reader.Read("floats", floats);
        reader.Read("part.flags", flags);

        Assert.That(floats.Select(BitConverter.SingleToInt32Bits), Is.EqualTo(Floats.Select(BitConverter.SingleToInt32Bits)));
        Assert.That(flags, Is.EqualTo(Flags));
        Assert.That(reader.LengthOf("nothing"), Is.Zero);
        Assert.That(reader.Names, Is.EqualTo(new[] { "floats", "part.flags", "nothing" }));
    }

    [Test]
    public void Read_LongerThanAPiece_IsWhole()
    {
        long[] numbers = [.. Enumerable.Range(0, CheckpointFileLayout.Piece / 4 + 3).Select(i => (long)i * i)];
        AtomicFile.Write(File, stream =>
        {
            var writer = new CheckpointFileWriter(stream);
            writer.Write<long>("numbers", numbers);
            writer.Complete();
        });
        using var reader = new CheckpointFileReader(File);
        var read = new long[numbers.Length];
        reader.Read("numbers", read);

        Assert.That(read.AsSpan().SequenceEqual(numbers));
    }

    [Test]
    public void Open_AnyBitFlipped_IsRefused()
    {
        Write();
        byte[] sound = System.IO.File.ReadAllBytes(File);
        for (int bit = 0; bit < sound.Length * 8; bit++)
        {
            byte[] flipped = [.. sound];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            System.IO.File.WriteAllBytes(File, flipped);

            Assert.That(() => new CheckpointFileReader(File).Dispose(), Throws.TypeOf<HubException>(), $"bit {bit}");
        }
    }

    [Test]
    public void Open_CutOffAnywhere_SaysSo()
    {
        Write();
        byte[] sound = System.IO.File.ReadAllBytes(File);
        for (int length = 0; length < sound.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, sound[..length]);

            Assert.That(() => new CheckpointFileReader(File).Dispose(), Throws.TypeOf<HubException>().With.Message.Contain("cut off"), $"{length} bytes");
        }
    }

    [Test]
    public void Open_MoreThanTheEnd_IsRefused()
    {
        Write();
        System.IO.File.AppendAllText(File, "x");

        Assert.That(() => new CheckpointFileReader(File), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3704"));
    }

    [Test]
    public void Open_AnotherFormat_NamesBoth()
    {
        Write();
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), 7);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), Crc(bytes.AsSpan(0, 12)));
        System.IO.File.WriteAllBytes(File, bytes);

        Assert.That(() => new CheckpointFileReader(File), Throws.TypeOf<HubException>().With.Message.Contain("format is 7; this hub reads 1"));
    }

    [Test]
    public void Read_AnotherTypeOrLength_IsRefused()
    {
        Write();
        using var reader = new CheckpointFileReader(File);

        Assert.That(() => reader.Read("floats", new float[2]), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3708"));
        Assert.That(() => reader.Read("floats", new int[3]), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3708"));
        Assert.That(() => reader.LengthOf("absent"), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3707"));
    }

    [Test]
    public void Write_NameUsedTwice_IsRefused()
    {
        var writer = new CheckpointFileWriter(Stream.Null);
        writer.Write<int>("a", [1]);

        Assert.That(() => writer.Write<int>("a", [2]), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3701"));
        Assert.That(() => writer.Write<char>("b", ['x']), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3702"));
    }

    // Source: RFC 3720, appendix B.4.
    [TestCase("123456789", 0xE3069283u)]
    [TestCase("", 0u)]
    public void Crc32C_KnownText_IsThePublishedValue(string text, uint expected) => Assert.That(Crc(Encoding.ASCII.GetBytes(text)), Is.EqualTo(expected));

    [Test]
    public void Crc32C_InPieces_IsThatOfTheWhole()
    {
        byte[] zeros = new byte[32];
        var crc = Crc32C.Start;
        foreach (int length in (int[])[3, 13, 0, 16]) crc.Add(zeros.AsSpan(0, length));

        Assert.That(crc.Value, Is.EqualTo(0x8A9136AAu), "RFC 3720: 32 bytes of zeros");
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = Crc32C.Start;
        crc.Add(bytes);
        return crc.Value;
    }

    private void Write() => AtomicFile.Write(File, stream =>
    {
        var writer = new CheckpointFileWriter(stream);
        writer.Write<float>("floats", Floats);
        writer.Write<bool>("part.flags", Flags);
        writer.Write<int>("nothing", []);
        writer.Complete();
    });
}
