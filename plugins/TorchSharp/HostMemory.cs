using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace EnvHub.Plugins.TorchSharp;

/// <summary>Between tensors and this process's memory, without arrays between.</summary>
internal static class HostMemory
{
    /// <summary>Copies a tensor's values, in order.</summary>
    public static void Read(Tensor tensor, Span<float> values)
    {
        if (values.IsEmpty) return;
        using var scope = NewDisposeScope();
        var here = tensor.detach();
        if (here.device_type != DeviceType.CPU) here = here.cpu();
        Span(here.contiguous()).CopyTo(values);
    }

    /// <summary>Copies values into a contiguous tensor.</summary>
    public static void Write(ReadOnlySpan<float> values, Tensor tensor)
    {
        if (values.IsEmpty) return;
        if (tensor.device_type == DeviceType.CPU)
        {
            values.CopyTo(Span(tensor));
            return;
        }
        using var scope = NewDisposeScope();
        var here = empty(values.Length, ScalarType.Float32);
        values.CopyTo(Span(here));
        tensor.view(-1).copy_(here);
    }

    /// <summary>A contiguous tensor's values in this process's memory.</summary>
    private static Span<float> Span(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
