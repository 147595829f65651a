using System.ComponentModel.DataAnnotations;

namespace EnvHub.Plugins.TorchSharp;

/// <summary>Options of the backend <c>torchsharp</c>.</summary>
public sealed record TorchSharpOptions
{
    /// <summary>Where networks lie and compute: <c>cpu</c>, <c>cuda</c> (the first device) or <c>cuda:N</c>. Default cpu.</summary>
    [RegularExpression("cpu|cuda(:[0-9]{1,3})?", ErrorMessage = "cpu, cuda or cuda:N")]
    public string Device { get; init; } = "cpu";

    /// <summary>How images lie in memory. Default channelsLast.</summary>
    public ImageLayout Layout { get; init; } = ImageLayout.ChannelsLast;
}
