using System.ComponentModel.DataAnnotations;

namespace EnvHub.Plugins.TorchSharp;

/// <summary>Options of the backend <c>torchsharp</c>.</summary>
public sealed record TorchSharpOptions
{
    /// <summary>Where networks lie and compute: <c>cpu</c>, <c>cuda</c> (the first device) or <c>cuda:N</c>. Default cpu.</summary>
    [RegularExpression("cpu|cuda(:[0-9]{1,3})?", ErrorMessage = "cpu, cuda or cuda:N")]
    public string Device { get; init; } = "cpu";

    /// <summary>How images lie in memory; channelsFirst on CUDA devices alone. Default channelsLast.</summary>
    public ImageLayout Layout { get; init; } = ImageLayout.ChannelsLast;

    /// <summary>Why these options cannot be, in a sentence; null if they can.</summary>
    internal string? Refusal => Layout == ImageLayout.ChannelsFirst && Device == "cpu"
        ? "With channelsFirst on the processor, libtorch 2.10 computes wrong gradients of convolutions whose filters are no multiple of 16, on some processors. Leave layout at channelsLast, which is faster there."
        : null;
}
