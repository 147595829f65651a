namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>How images lie in a network's input.</summary>
public enum ImageLayout
{
    /// <summary>As observations come where that fits the input's shape, else the first of the two others that fits.</summary>
    Guessed,

    /// <summary><c>[N, C, H, W]</c>, as PyTorch's convolutions take them; stacked frames are channels.</summary>
    ChannelsFirst,

    /// <summary><c>[N, H, W, C]</c>; stacked frames are channels.</summary>
    ChannelsLast,
}
