namespace EnvHub.Plugins.TorchSharp;

/// <summary>How images lie in memory while a network works on them; results are the same but for rounding.</summary>
public enum ImageLayout
{
    /// <summary>Pixel by pixel, as observations come: what libtorch's convolutions do fastest on processors.</summary>
    ChannelsLast,

    /// <summary>Channel by channel: PyTorch's own default.</summary>
    ChannelsFirst,
}
