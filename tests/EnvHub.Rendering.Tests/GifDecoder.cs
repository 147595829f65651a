using System.Buffers.Binary;

namespace EnvHub.Rendering.Tests;

/// <summary>A decoder written from the format alone, to read back what the writer wrote.</summary>
internal sealed class GifDecoder
{
    private readonly byte[] _file;
    private int _place;

    private GifDecoder(byte[] file) => _file = file;

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>What is seen after each picture, as 0xRRGGBB, and for how many hundredths of a second.</summary>
    public List<(int[] Colors, int Delay)> Pictures { get; } = [];

    public static GifDecoder Read(byte[] file)
    {
        var gif = new GifDecoder(file);
        gif.Read();
        return gif;
    }

    private void Read()
    {
        Assert.That(_file.AsSpan(0, 6).SequenceEqual("GIF89a"u8), Is.True);
        (_place, Width, Height) = (6, Number(6), Number(8));
        _place = 13;
        var (screen, delay) = (new int[Width * Height], 0);
        for (byte kind; (kind = _file[_place++]) != 0x3B;)
        {
            if (kind == 0x21)
            {
                byte label = _file[_place++];
                byte[] data = Blocks();
                if (label == 0xF9) delay = BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(1));
                continue;
            }
            Assert.That(kind, Is.EqualTo(0x2C));
            ReadPicture(screen);
            Pictures.Add(((int[])screen.Clone(), delay));
        }
        Assert.That(_place, Is.EqualTo(_file.Length));
    }

    private void ReadPicture(int[] screen)
    {
        var (left, top, width, height, flags) = (Number(_place), Number(_place + 2), Number(_place + 4), Number(_place + 6), _file[_place + 8]);
        _place += 9;
        var palette = new int[1 << (flags & 7) + 1];
        for (int i = 0; i < palette.Length; i++, _place += 3) palette[i] = _file[_place] << 16 | _file[_place + 1] << 8 | _file[_place + 2];
        int codeSize = _file[_place++];
        var indices = Unpack(Blocks(), codeSize);
        Assert.That(indices, Has.Count.EqualTo(width * height));
        for (int i = 0; i < indices.Count; i++) screen[(top + i / width) * Width + left + i % width] = palette[indices[i]];
    }

    private static List<byte> Unpack(byte[] data, int codeSize)
    {
        int clear = 1 << codeSize, bit = 0, size = codeSize + 1;
        var (table, output) = (new List<byte[]>(), new List<byte>());
        byte[]? last = null;
        while (true)
        {
            int code = 0;
            for (int i = 0; i < size; i++, bit++) code |= (data[bit / 8] >> bit % 8 & 1) << i;
            if (code == clear + 1) return output;
            if (code == clear)
            {
                table = [.. Enumerable.Range(0, clear + 2).Select(i => new[] { (byte)i })];
                (size, last) = (codeSize + 1, null);
                continue;
            }
            byte[] text = code < table.Count ? table[code] : [.. last!, last![0]];
            output.AddRange(text);
            if (last is not null && table.Count < 4096) table.Add([.. last, text[0]]);
            if (table.Count == 1 << size && size < 12) size++;
            last = text;
        }
    }

    private byte[] Blocks()
    {
        var data = new List<byte>();
        for (int length; (length = _file[_place++]) != 0; _place += length) data.AddRange(_file.AsSpan(_place, length));
        return [.. data];
    }

    private int Number(int place) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(place));
}
