using static TorchSharp.torch;

namespace EnvHub.Plugins.TorchSharp;

/// <summary>A vector of single-precision numbers on a device: all of a tensor, or a view of a part.</summary>
internal sealed class TorchVector : ParameterVector
{
    private readonly Tensor _values;

    private TorchVector(Tensor values) => (_values, Length) = (values, (int)values.NumberOfElements);

    public override int Length { get; }

    /// <summary>The values, shape <c>[n]</c>; the vector's own.</summary>
    public Tensor Values => _values;

    public static TorchVector Zeros(int length, Device device) => new(zeros(length, ScalarType.Float32, device).DetachFromDisposeScope());

    /// <summary>The values of a vector of this engine.</summary>
    /// <exception cref="HubException">EH4781 it is another engine's.</exception>
    public static Tensor ValuesOf(ParameterVector vector) =>
        vector is TorchVector own ? own._values : throw TorchSharpErrors.OtherVector($"a {vector?.GetType().Name ?? "null"} was given");

    public override void CopyFrom(ParameterVector source)
    {
        using var scope = NewDisposeScope();
        _values.copy_(Of(source));
    }

    public override void Clear()
    {
        using var scope = NewDisposeScope();
        _values.zero_();
    }

    public override void AddScaled(ParameterVector values, float scale)
    {
        using var scope = NewDisposeScope();
        _values.add_(Of(values), alpha: scale);
    }

    public override void AddScaledDifference(ParameterVector values, ParameterVector subtracted, float scale)
    {
        using var scope = NewDisposeScope();
        _values.add_(Of(values) - Of(subtracted), alpha: scale);
    }

    public override void Scale(float scale)
    {
        using var scope = NewDisposeScope();
        _values.mul_(scale);
    }

    public override void Divide(float divisor)
    {
        using var scope = NewDisposeScope();
        _values.div_(divisor);
    }

    public override void Interpolate(ParameterVector values, double tau)
    {
        using var scope = NewDisposeScope();
        var y = Of(values);
        if (tau >= 1) _values.copy_(y);
        else _values.mul_((float)(1 - tau)).add_(y, alpha: (float)tau);
    }

    // In double precision: a norm of many small numbers would lose them.
    public override double Dot(ParameterVector values)
    {
        using var scope = NewDisposeScope();
        return _values.to(ScalarType.Float64).dot(Of(values).to(ScalarType.Float64)).item<double>();
    }

    public override ParameterVector Part(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)offset + length, Length);
        return new TorchVector(_values.narrow(0, offset, length).DetachFromDisposeScope());
    }

    public override void Read(Span<float> values)
    {
        if (values.Length != Length) throw TorchSharpErrors.OtherVector($"{values.Length} values were asked of a vector of {Length}");
        HostMemory.Read(_values, values);
    }

    public override void Write(ReadOnlySpan<float> values)
    {
        if (values.Length != Length) throw TorchSharpErrors.OtherVector($"{values.Length} values were given to a vector of {Length}");
        HostMemory.Write(values, _values);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _values.Dispose();
        base.Dispose(disposing);
    }

    private Tensor Of(ParameterVector vector)
    {
        var values = ValuesOf(vector);
        if (vector.Length != Length) throw TorchSharpErrors.OtherVector($"a vector of {vector.Length} values meets one of {Length}");
        return (values.device_type, values.device_index) == (_values.device_type, _values.device_index) ? values : throw TorchSharpErrors.OtherVector($"a vector on {values.device} meets one on {_values.device}");
    }
}
