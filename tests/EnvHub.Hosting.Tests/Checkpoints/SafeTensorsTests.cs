using System.Buffers.Binary;
using System.Text;
using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class SafeTensorsTests : RunFolderFixture
{
    // Written out by the format's description: length of the header, header padded with spaces to a multiple of 8, values.
    private const string Header = """{"__metadata__":{"k":"v"},"w":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"n":{"dtype":"I64","shape":[1],"data_offsets":[8,16]}}""";

    [Test]
    public void WriteTo_TwoArrays_GivesTheFormatsBytes() => Assert.That(Written(), Is.EqualTo(Expected()));

    [Test]
    public void Open_TheFormatsBytes_GivesTheArrays()
    {
        var reader = SafeTensorsReader.Open(Save(Expected()));
        var values = new float[2];
        reader.Read<float>("w", values);

        Assert.That(values, Is.EqualTo(new[] { 1.5f, -2f }));
        Assert.That(reader.Names, Is.EquivalentTo(new[] { "w", "n" }));
    }

    [Test]
    public void Read_AnotherType_IsRefused()
    {
        var reader = SafeTensorsReader.Open(Save(Expected()));

        Assert.That(() => reader.Read<double>("w", new double[2]), Throws.InstanceOf<HubException>().With.Message.StartsWith("EH3514"));
    }

    [TestCase(0)]
    [TestCase(4)]
    [TestCase(20)]
    public void Open_CutFile_IsRefused(int length) =>
        Assert.That(() => SafeTensorsReader.Open(Save(Expected()[..length])), Throws.InstanceOf<HubException>().With.Message.Contains("EH3512"));

    private static byte[] Written()
    {
        var writer = new SafeTensorsWriter(new Dictionary<string, string> { ["k"] = "v" });
        writer.Write<float>("w", [1.5f, -2f], 2, 1);
        writer.Write<long>("n", [7]);
        using var stream = new MemoryStream();
        writer.WriteTo(stream);
        return stream.ToArray();
    }

    private static byte[] Expected()
    {
        byte[] header = Encoding.UTF8.GetBytes(Header.PadRight((Header.Length + 7) / 8 * 8));
        var bytes = new byte[8 + header.Length + 16];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, header.Length);
        header.CopyTo(bytes, 8);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8 + header.Length), 1.5f);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(12 + header.Length), -2f);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16 + header.Length), 7);
        return bytes;
    }

    private string Save(byte[] bytes)
    {
        string path = Path.Combine(Runs, "weights.safetensors");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
