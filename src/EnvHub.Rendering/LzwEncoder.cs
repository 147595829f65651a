namespace EnvHub.Rendering;

/// <summary>GIF's form of LZW: codes of growing width, least significant bit first, in blocks of at most 255 bytes.</summary>
/// <remarks>Source: the GIF89a specification, appendix F.</remarks>
internal sealed class LzwEncoder(Stream stream, int bitsPerPixel)
{
    private const int LastCode = 4095;

    private readonly Dictionary<int, int> _codes = [];
    private readonly byte[] _block = new byte[256];
    private readonly int _codeSize = Math.Max(2, bitsPerPixel);
    private int _width, _next, _bits, _bitCount, _length;

    private int Clear => 1 << _codeSize;

    /// <summary>Writes a picture's data, the least code size before it and the empty block after it included.</summary>
    /// <param name="indices">Entries of the palette, at least one.</param>
    public void Write(ReadOnlySpan<byte> indices)
    {
        stream.WriteByte((byte)_codeSize);
        _width = _codeSize + 1;
        Restart();
        int prefix = indices[0];
        foreach (byte index in indices[1..]) prefix = Extend(prefix, index);
        Put(prefix);
        // The decoder has added one more string by now, which may have widened its codes.
        Grow();
        Put(Clear + 1);
        Finish();
    }

    private int Extend(int prefix, byte index)
    {
        int key = prefix << 8 | index;
        if (_codes.TryGetValue(key, out int code)) return code;
        Put(prefix);
        if (_next > LastCode)
        {
            Restart();
        }
        else
        {
            Grow();
            _codes.Add(key, _next++);
        }
        return index;
    }

    private void Restart()
    {
        Put(Clear);
        _codes.Clear();
        (_width, _next) = (_codeSize + 1, Clear + 2);
    }

    // A code is written as wide as the largest that the decoder knows when it reads it: one behind the encoder's.
    private void Grow()
    {
        if (_next == 1 << _width && _width < 12) _width++;
    }

    private void Put(int code)
    {
        _bits |= code << _bitCount;
        for (_bitCount += _width; _bitCount >= 8; _bitCount -= 8, _bits >>= 8) PutByte((byte)_bits);
    }

    private void PutByte(byte value)
    {
        _block[++_length] = value;
        if (_length == 255) Flush();
    }

    private void Finish()
    {
        if (_bitCount > 0) PutByte((byte)_bits);
        Flush();
        stream.WriteByte(0);
        (_bits, _bitCount) = (0, 0);
    }

    private void Flush()
    {
        if (_length == 0) return;
        _block[0] = (byte)_length;
        stream.Write(_block, 0, _length + 1);
        _length = 0;
    }
}
