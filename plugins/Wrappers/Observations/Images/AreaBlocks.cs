namespace EnvHub.Plugins.Wrappers;

/// <summary>Shrinks an image by whole factors: a pixel is the rounded mean of a block.</summary>
/// <remarks>Halves go to the even byte, but up where OpenCV has a way of its own for blocks of 2 by 2.</remarks>
internal sealed class AreaBlocks(int blockHeight, int blockWidth, int sourceWidth, (int Height, int Width) size, int channels) : ImageScaler
{
    private readonly float _share = 1f / (blockHeight * blockWidth);
    private readonly bool _roundsUp = blockHeight == 2 && blockWidth == 2 && channels is 1 or 3 or 4;

    public override void Scale(ReadOnlySpan<float> source, Span<float> target)
    {
        int stride = sourceWidth * channels, at = 0;
        for (int y = 0; y < size.Height; y++)
            for (int x = 0; x < size.Width; x++)
                for (int channel = 0; channel < channels; channel++, at++)
                {
                    int sum = SumOf(source[(y * blockHeight * stride + x * blockWidth * channels + channel)..], stride);
                    target[at] = _roundsUp ? (sum + 2) >> 2 : ToByte(sum * _share);
                }
    }

    private int SumOf(ReadOnlySpan<float> block, int stride)
    {
        int sum = 0;
        for (int y = 0; y < blockHeight; y++)
            for (int x = 0; x < blockWidth; x++) sum += (int)block[y * stride + x * channels];
        return sum;
    }
}
