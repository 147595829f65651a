using System.Buffers.Binary;
using System.Text;
using EnvHub.Contracts;

namespace EnvHub.Networks.Tests;

public sealed class SafeTensorsTests
{
    private static readonly float[] Weight = [1.5f, -2, 0.25f, 3, 4, 5];

    [Test]
    public void WriteTo_AnyOrder_GivesTheRecordedBytes([Values] bool reversed) =>
        Assert.That(Bytes(Example(reversed)), Is.EqualTo(File.ReadAllBytes(Fixture)));

    [Test]
    public void Read_RecordedFile_GivesItsArraysAndMetadata()
    {
        var reader = Open();
        float[] weight = new float[6];
        bool[] flags = new bool[2];
        reader.Read("trunk.0.weight", weight);
        reader.Read("flags", flags);
        Assert.That((weight, flags, reader.Metadata["seed"]), Is.EqualTo((Weight, new[] { true, false }, "3")));
        Assert.That(reader.ShapeOf("trunk.0.weight"), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(reader.Names, Is.EquivalentTo(new[] { "actions", "count", "flags", "trunk.0.weight" }));
    }

    [Test]
    public void Read_EveryType_GivesBackWhatWasWritten()
    {
        SafeTensorsWriter writer = new();
        writer.Write<double>("double", [double.Pi, double.NegativeInfinity]);
        writer.Write<long>("long", [long.MinValue]);
        writer.Write<ulong>("ulong", [ulong.MaxValue, 0, 1]);
        writer.Write<uint>("uint", [uint.MaxValue]);
        writer.Write<byte>("byte", [255]);
        writer.Write<int>("empty", []);
        SafeTensorsReader reader = new(Bytes(writer));
        Assert.That(Read<double>(reader, "double"), Is.EqualTo(new[] { double.Pi, double.NegativeInfinity }));
        Assert.That(Read<long>(reader, "long"), Is.EqualTo(new[] { long.MinValue }));
        Assert.That(Read<ulong>(reader, "ulong"), Is.EqualTo(new ulong[] { ulong.MaxValue, 0, 1 }));
        Assert.That(Read<uint>(reader, "uint"), Is.EqualTo(new[] { uint.MaxValue }));
        Assert.That(Read<byte>(reader, "byte"), Is.EqualTo(new byte[] { 255 }));
        Assert.That(reader.LengthOf("empty"), Is.Zero);
    }

    [Test]
    public void WriteTo_Nothing_IsReadAsNothing() => Assert.That(new SafeTensorsReader(Bytes(new SafeTensorsWriter())).Names, Is.Empty);

    [Test]
    public void Constructor_FileCutAnywhere_Throws()
    {
        byte[] file = File.ReadAllBytes(Fixture);
        for (int length = 0; length < file.Length; length++)
            Assert.That(() => new SafeTensorsReader(file[..length]), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH1523"), $"{length} bytes");
    }

    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "EH1524", TestName = "duplicate key")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"dtype":"F32"}}""", 4, "EH1524", TestName = "duplicate field")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1]}}""", 0, "EH1524", TestName = "no offsets")]
    [TestCase("""{"a":{"dtype":"F99","shape":[1],"data_offsets":[0,4]}}""", 4, "EH1524", TestName = "unknown type")]
    [TestCase("""{"a":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}""", 4, "EH1524", TestName = "text for a number")]
    [TestCase("""{"__metadata__":{"seed":3}}""", 0, "EH1524", TestName = "metadata that is not text")]
    [TestCase("""[1]""", 0, "EH1524", TestName = "no object")]
    [TestCase("""{} {}""", 0, "EH1524", TestName = "something behind the header")]
    [TestCase("""{"a":""", 0, "EH1524", TestName = "broken JSON")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "EH1525", TestName = "size and offsets differ")]
    [TestCase("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[4,0]}}""", 4, "EH1525", TestName = "negative axis")]
    [TestCase("""{"a":{"dtype":"F32","shape":[65536,65536,65536,65536],"data_offsets":[0,0]}}""", 0, "EH1525", TestName = "overflowing shape")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", 0, "EH1525", TestName = "negative offset")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "EH1526", TestName = "hole")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "EH1526", TestName = "overlap")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 5, "EH1526", TestName = "bytes left over")]
    public void Constructor_FaultyFile_Throws(string header, int data, string code)
    {
        byte[] text = Encoding.UTF8.GetBytes(header), length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        Assert.That(() => new SafeTensorsReader([.. length, .. text, .. new byte[data]]),
            Throws.InstanceOf<HubException>().With.Property(nameof(HubException.Code)).EqualTo(code));
    }

    [Test]
    public void Constructor_HeaderAboveTheLimit_Throws()
    {
        byte[] file = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(file, ulong.MaxValue);
        Assert.That(() => new SafeTensorsReader(file), Throws.InstanceOf<HubException>().With.Property(nameof(HubException.Code)).EqualTo("EH1527"));
    }

    [Test]
    public void Read_OtherNameTypeOrLength_Throws()
    {
        var reader = Open();
        Assert.That(() => reader.LengthOf("weight"), Throws.InstanceOf<HubException>().With.Message.Contains("trunk.0.weight"));
        Assert.That(() => reader.Read("trunk.0.weight", new int[6]), Throws.InstanceOf<HubException>().With.Message.Contains("F32"));
        Assert.That(() => reader.Read("trunk.0.weight", new float[5]), Throws.InstanceOf<HubException>().With.Message.Contains("6 values"));
    }

    [Test]
    public void Write_SameNameWrongShapeOrOtherType_Throws()
    {
        var writer = Example(reversed: false);
        Assert.That(() => writer.Write<int>("count", [1]), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH1520"));
        Assert.That(() => writer.Write<int>("__metadata__", [1]), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH1520"));
        Assert.That(() => writer.Write<char>("text", ['a']), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH1521"));
        Assert.That(() => writer.Write<int>("matrix", [1, 2], 3, 1), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH1522"));
    }

    // Python's struct, json and NumPy wrote it from the same content.
    private static string Fixture => Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "example.safetensors");

    private static SafeTensorsReader Open() => new(File.ReadAllBytes(Fixture));

    private static SafeTensorsWriter Example(bool reversed)
    {
        SafeTensorsWriter writer = new();
        writer.Metadata["seed"] = "3";
        writer.Metadata["format"] = "envhub";
        Action[] writes =
        [
            () => writer.Write<float>("trunk.0.weight", Weight, 2, 3), () => writer.Write<bool>("flags", [true, false]),
            () => writer.Write<long>("count", [7]), () => writer.Write<int>("actions", [1, -2, 3]),
        ];
        foreach (var write in reversed ? writes.Reverse() : writes) write();
        return writer;
    }

    private static T[] Read<T>(SafeTensorsReader reader, string name) where T : unmanaged
    {
        var values = new T[reader.LengthOf(name)];
        reader.Read<T>(name, values);
        return values;
    }

    private static byte[] Bytes(SafeTensorsWriter writer)
    {
        using MemoryStream stream = new();
        writer.WriteTo(stream);
        return stream.ToArray();
    }
}
