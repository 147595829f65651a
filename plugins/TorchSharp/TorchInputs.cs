using static TorchSharp.torch;

namespace EnvHub.Plugins.TorchSharp;

/// <summary>The observations of one head on the device: memory that is kept from call to call.</summary>
internal sealed class TorchInputs : IDisposable
{
    private readonly TensorShape _shape;
    private readonly int _size, _longest, _oneHot;
    private readonly Device _device;
    private readonly ImageLayout _layout;
    private Tensor? _kept;

    /// <param name="head">Its index.</param>
    public TorchInputs(NetworkSpec spec, int head, Device device, ImageLayout layout)
    {
        (_shape, _size, _device, _layout) = (spec.Heads[head].Input, spec.Heads[head].InputSize, device, layout);
        bool pads = spec.Layers is null && spec.Heads.Count > 1 && spec.Inputs == InputSharing.PaddedOneHot;
        int longest = spec.Heads.Max(other => other.InputSize);
        // Zeros to the longest observation, then a one-hot of the task.
        (_longest, _oneHot) = pads ? (longest + spec.Heads.Count, longest + head) : (_size, -1);
    }

    /// <summary>The inputs of a batch, <c>[B, n]</c> or <c>[B, H, W, C]</c>, until the next call.</summary>
    public Tensor Take(ReadOnlySpan<float> inputs, int batch)
    {
        if (_kept is null || _kept.shape[0] < batch) Grow(batch);
        var rows = _kept!.narrow(0, 0, batch);
        if (_oneHot < 0)
        {
            HostMemory.Write(inputs, rows);
            if (!_shape.IsImage) return rows;
            var images = rows.view(batch, _shape.Height, _shape.Width, _shape.Channels);
            return _layout == ImageLayout.ChannelsLast ? images : images.permute(0, 3, 1, 2).contiguous().permute(0, 2, 3, 1);
        }
        var given = empty([batch, _size], ScalarType.Float32, _device);
        HostMemory.Write(inputs, given);
        rows.narrow(1, 0, _size).copy_(given);
        return rows;
    }

    public void Dispose() => _kept?.Dispose();

    private void Grow(int batch)
    {
        _kept?.Dispose();
        _kept = zeros([batch, _longest], ScalarType.Float32, _device).DetachFromDisposeScope();
        if (_oneHot >= 0) _kept.narrow(1, _oneHot, 1).fill_(1);
    }
}
