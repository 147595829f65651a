using System.Buffers.Binary;

namespace EnvHub.Rendering;

/// <summary>Writes an animation as GIF, picture by picture. Each has a palette of its own, and only the part that changed is stored.</summary>
/// <remarks>Source: the GIF89a specification; the looping extension is Netscape's. Colours are exact as long as the changed part has no
/// more than 256 of them; else they are the means of groups.</remarks>
public sealed class GifWriter : IDisposable
{
    private const byte Extension = 0x21, PictureSeparator = 0x2C, Trailer = 0x3B;

    // Many programs show a picture of less than two hundredths of a second for ten.
    private const int LeastDelay = 2;

    private readonly Stream _stream;
    private readonly int _width, _height;
    private int[]? _shown;
    private double _time;
    private long _timeWritten;
    private bool _isDisposed;

    /// <param name="stream">Stays open.</param>
    /// <param name="width">Pixels per row, 1 to 65535.</param>
    /// <param name="height">Rows, 1 to 65535.</param>
    /// <param name="loops">How often the animation is played; 0: for ever.</param>
    public GifWriter(Stream stream, int width, int height, int loops = 0)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (int size in (int[])[width, height])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(size, ushort.MaxValue);
        }
        (_stream, _width, _height) = (stream, width, height);
        const byte NoSharedPalette = 0x70;
        _stream.Write("GIF89a"u8);
        WriteNumbers(width, height);
        _stream.Write([NoSharedPalette, 0, 0]);
        if (loops != 1) WriteLooping(loops);
    }

    /// <summary>Adds a picture.</summary>
    /// <param name="pixels">Shape <c>[height, width, 3]</c>.</param>
    /// <param name="seconds">How long it is shown; at least a fiftieth of a second, and rounded so that the sum stays right.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of pixels does not fit the size.</exception>
    public void Add(ReadOnlySpan<byte> pixels, double seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, _width * _height * 3);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var colors = new int[_width * _height];
        for (int i = 0; i < colors.Length; i++) colors[i] = pixels[3 * i] << 16 | pixels[3 * i + 1] << 8 | pixels[3 * i + 2];
        WriteDelay(seconds);
        WritePicture(colors, Changed(colors));
        _shown = colors;
    }

    /// <summary>Ends the file.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _stream.WriteByte(Trailer);
        _stream.Flush();
    }

    private void WriteLooping(int loops)
    {
        _stream.Write([Extension, 0xFF, 11]);
        _stream.Write("NETSCAPE2.0"u8);
        _stream.Write([3, 1]);
        // What is stored is how often it starts again.
        WriteNumbers(loops == 0 ? 0 : loops - 1);
        _stream.WriteByte(0);
    }

    private void WriteDelay(double seconds)
    {
        const byte GraphicControl = 0xF9, LeaveInPlace = 1 << 2;
        _time += Math.Max(seconds, LeastDelay / 100.0);
        int delay = (int)Math.Clamp(Math.Round(_time * 100) - _timeWritten, LeastDelay, ushort.MaxValue);
        _timeWritten += delay;
        _stream.Write([Extension, GraphicControl, 4, LeaveInPlace]);
        WriteNumbers(delay);
        _stream.Write([0, 0]);
    }

    private void WritePicture(int[] colors, (int Left, int Top, int Right, int Bottom) part)
    {
        const byte OwnPalette = 0x80;
        var (width, height) = (part.Right - part.Left, part.Bottom - part.Top);
        var pixels = new int[width * height];
        for (int row = 0; row < height; row++)
            colors.AsSpan((part.Top + row) * _width + part.Left, width).CopyTo(pixels.AsSpan(row * width));
        var palette = Palette.Of(pixels);
        int bits = Math.Max(1, 32 - int.LeadingZeroCount(palette.Colors.Count - 1));
        _stream.WriteByte(PictureSeparator);
        WriteNumbers(part.Left, part.Top, width, height);
        _stream.WriteByte((byte)(OwnPalette | bits - 1));
        for (int i = 0; i < 1 << bits; i++)
        {
            int color = i < palette.Colors.Count ? palette.Colors[i] : 0;
            _stream.Write([(byte)(color >> 16), (byte)(color >> 8), (byte)color]);
        }
        new LzwEncoder(_stream, bits).Write(Array.ConvertAll(pixels, palette.IndexOf));
    }

    // The smallest rectangle around what differs from the picture before; one pixel where nothing does.
    private (int Left, int Top, int Right, int Bottom) Changed(int[] colors)
    {
        if (_shown is null) return (0, 0, _width, _height);
        var (left, top, right, bottom) = (_width, _height, 0, 0);
        for (int row = 0; row < _height; row++)
        {
            ReadOnlySpan<int> before = _shown.AsSpan(row * _width, _width), now = colors.AsSpan(row * _width, _width);
            int first = before.CommonPrefixLength(now);
            if (first == _width) continue;
            int last = _width - 1;
            while (before[last] == now[last]) last--;
            (left, right) = (Math.Min(left, first), Math.Max(right, last + 1));
            (top, bottom) = (Math.Min(top, row), row + 1);
        }
        return right == 0 ? (0, 0, 1, 1) : (left, top, right, bottom);
    }

    private void WriteNumbers(params ReadOnlySpan<int> numbers)
    {
        Span<byte> bytes = stackalloc byte[2];
        foreach (int number in numbers)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)number);
            _stream.Write(bytes);
        }
    }
}
