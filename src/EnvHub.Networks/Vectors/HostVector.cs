using System.Numerics;
using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>A vector in this process's memory: all of a buffer, or a view of a part.</summary>
internal sealed class HostVector(AlignedBuffer buffer, int offset, int length) : ParameterVector, IHostVector
{
    public HostVector(int length) : this(new AlignedBuffer(length), 0, length)
    {
    }

    public Span<float> Span => buffer.Span.Slice(offset, length);

    public override int Length => length;

    public override void CopyFrom(ParameterVector source) => Of(source).CopyTo(Span);

    public override void Clear() => Span.Clear();

    public override void AddScaled(ParameterVector values, float scale) => VectorSums.AddScaled(Of(values), scale, Span);

    public override void AddScaledDifference(ParameterVector values, ParameterVector subtracted, float scale)
    {
        ReadOnlySpan<float> y = Of(values), z = Of(subtracted);
        var x = Span;
        int i = 0;
        for (; i <= x.Length - Vector<float>.Count; i += Vector<float>.Count)
            (new Vector<float>(x[i..]) + scale * (new Vector<float>(y[i..]) - new Vector<float>(z[i..]))).CopyTo(x[i..]);
        for (; i < x.Length; i++) x[i] += scale * (y[i] - z[i]);
    }

    public override void Scale(float scale)
    {
        foreach (ref float value in Span) value *= scale;
    }

    public override void Divide(float divisor)
    {
        foreach (ref float value in Span) value /= divisor;
    }

    public override void Interpolate(ParameterVector values, double tau)
    {
        ReadOnlySpan<float> y = Of(values);
        var x = Span;
        if (tau >= 1)
        {
            y.CopyTo(x);
            return;
        }
        var (share, rest) = ((float)tau, (float)(1 - tau));
        int i = 0;
        for (; i <= x.Length - Vector<float>.Count; i += Vector<float>.Count)
            (share * new Vector<float>(y[i..]) + rest * new Vector<float>(x[i..])).CopyTo(x[i..]);
        for (; i < x.Length; i++) x[i] = share * y[i] + rest * x[i];
    }

    public override double Dot(ParameterVector values) => VectorSums.Dot(Span, Of(values));

    public override ParameterVector Part(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + count, length);
        return new HostVector(buffer, offset + start, count);
    }

    public override void Read(Span<float> values)
    {
        if (values.Length != length) throw NetworkErrors.OtherVector($"{values.Length} values were asked of a vector of {length}");
        Span.CopyTo(values);
    }

    public override void Write(ReadOnlySpan<float> values)
    {
        if (values.Length != length) throw NetworkErrors.OtherVector($"{values.Length} values were given to a vector of {length}");
        values.CopyTo(Span);
    }

    /// <summary>The values of a vector of this engine.</summary>
    /// <exception cref="HubException">EH1514 it is another engine's.</exception>
    public static Span<float> SpanOf(ParameterVector vector) =>
        vector is HostVector host ? host.Span : throw NetworkErrors.OtherVector($"a {vector?.GetType().Name ?? "null"} was given to the embedded engine");

    private ReadOnlySpan<float> Of(ParameterVector vector)
    {
        var span = SpanOf(vector);
        return span.Length == length ? span : throw NetworkErrors.OtherVector($"a vector of {span.Length} values meets one of {length}");
    }
}
