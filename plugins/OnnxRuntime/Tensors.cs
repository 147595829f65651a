using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>Between the hub's numbers, which are float32, and tensors of other types.</summary>
internal static class Tensors
{
    /// <summary>A tensor of these values.</summary>
    public static OrtValue Make(TensorElementType type, ReadOnlySpan<float> values, long[] shape) => type switch
    {
        TensorElementType.Float => Of(values, shape, static value => value),
        TensorElementType.Double => Of(values, shape, static value => (double)value),
        TensorElementType.Float16 => Of(values, shape, static value => (Float16)value),
        TensorElementType.UInt8 => Of(values, shape, static value => (byte)value),
        TensorElementType.Int32 => Of(values, shape, static value => (int)value),
        _ => Of(values, shape, static value => (long)value),
    };

    /// <summary>A tensor of zeros.</summary>
    public static OrtValue Zeros(TensorElementType type, long[] shape) => Make(type, new float[shape.Aggregate(1L, (product, length) => product * length)], shape);

    /// <summary>Reads a tensor's values.</summary>
    public static void Read(OrtValue tensor, TensorElementType type, Span<float> values)
    {
        switch (type)
        {
            case TensorElementType.Float: tensor.GetTensorDataAsSpan<float>().CopyTo(values); break;
            case TensorElementType.Double: Copy(tensor.GetTensorDataAsSpan<double>(), values, static value => (float)value); break;
            case TensorElementType.Float16: Copy(tensor.GetTensorDataAsSpan<Float16>(), values, static value => (float)value); break;
            case TensorElementType.UInt8: Copy(tensor.GetTensorDataAsSpan<byte>(), values, static value => value); break;
            case TensorElementType.Int32: Copy(tensor.GetTensorDataAsSpan<int>(), values, static value => value); break;
            default: Copy(tensor.GetTensorDataAsSpan<long>(), values, static value => value); break;
        }
    }

    private static OrtValue Of<T>(ReadOnlySpan<float> values, long[] shape, Func<float, T> convert) where T : unmanaged
    {
        var converted = new T[values.Length];
        for (int i = 0; i < converted.Length; i++) converted[i] = convert(values[i]);
        return OrtValue.CreateTensorValueFromMemory(converted, shape);
    }

    private static void Copy<T>(ReadOnlySpan<T> from, Span<float> to, Func<T, float> convert)
    {
        for (int i = 0; i < from.Length; i++) to[i] = convert(from[i]);
    }
}
