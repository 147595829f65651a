using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>What passes between layers for a batch: one row of channels per place, rows padded to whole cache lines with zeros in the gaps.</summary>
internal sealed class Slab
{
    private readonly Slab? _shown;   // of a view
    private AlignedBuffer _values = new(0);

    public Slab(TensorShape shape) : this(shape, AlignedBuffer.Pad(shape.Channels), null)
    {
    }

    private Slab(TensorShape shape, int stride, Slab? shown) => (Shape, Stride, Places, _shown) = (shape, stride, shape.Height * shape.Width, shown);

    public TensorShape Shape { get; }

    /// <summary>Values from one place to the next.</summary>
    public int Stride { get; }

    /// <summary>Rows per sample.</summary>
    public int Places { get; }

    /// <summary>Values of a whole sample, gaps included.</summary>
    public int SampleLength => Places * Stride;

    /// <summary>One without gaps, as callers give inputs.</summary>
    public static Slab Packed(TensorShape shape) => new(shape, shape.Channels, null);

    /// <summary>The same numbers in another shape, where they have no gaps: nothing is copied.</summary>
    public static Slab View(Slab shown, TensorShape shape) => new(shape, shape.Channels, shown);

    public void Grow(int batch)
    {
        if (_shown is null) _values = new(checked(batch * SampleLength));
    }

    public Span<float> Values(int batch) => _shown is null ? _values.Span[..(batch * SampleLength)] : _shown.Values(batch);

    /// <summary>Shape <c>[batch · places, channels]</c>.</summary>
    public Matrix Rows(int batch) => new(Values(batch), batch * Places, Shape.Channels, Stride);

    /// <summary>The same with the gaps as columns: whole rows.</summary>
    public Matrix Padded(int batch) => new(Values(batch), batch * Places, Stride);
}
