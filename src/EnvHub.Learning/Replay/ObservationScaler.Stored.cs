using System.Runtime.InteropServices;
using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <content>From what a buffer keeps to what the network sees.</content>
public sealed partial class ObservationScaler
{
    /// <summary>Writes one kept observation as the network sees it.</summary>
    /// <param name="places">Of its frames, shape <c>[K]</c>.</param>
    /// <param name="elements">Room for the elements of one observation.</param>
    /// <param name="scaled">Receives the result, shape <c>[Size]</c>.</param>
    internal void Restore(FrameStore frames, ReadOnlySpan<int> places, Span<float> elements, Span<float> scaled)
    {
        if (Layout is { Element: ElementType.Float32, Stack: 1 }) ScaleOne(MemoryMarshal.Cast<byte, float>(frames[places[0]]), scaled);
        else if (Layout.Element == ElementType.UInt8 && _offset.Length == 0 && _space is IBoxSpace) RestoreBytes(frames, places, scaled);
        else
        {
            for (int i = 0; i < places.Length; i++)
                StoredElements.Unpack(Layout.Element, frames[places[i]], elements.Slice(i * Layout.FrameSize, Layout.FrameSize));
            ScaleOne(elements, scaled);
        }
    }

    private void RestoreBytes(FrameStore frames, ReadOnlySpan<int> places, Span<float> scaled)
    {
        if (_order is not { } order)
            for (int i = 0; i < places.Length; i++)
                ByteElements.Scale(frames[places[i]], _uniform, scaled.Slice(i * Layout.FrameSize, Layout.FrameSize));
        else if (order is { Planes: 4, Channels: 1 })
            ByteElements.InterleaveFour(
                PlaneOf(frames, places, order, 0), PlaneOf(frames, places, order, 1),
                PlaneOf(frames, places, order, 2), PlaneOf(frames, places, order, 3), _uniform, scaled);
        else
            for (int plane = 0; plane < order.Planes; plane++)
                ByteElements.ScatterPlane(
                    PlaneOf(frames, places, order, plane), order.Channels, order.Depth, _uniform, scaled[(plane * order.Channels)..]);
    }

    // A frame is one plane, or as many as a channel-first image has channels.
    private static ReadOnlySpan<byte> PlaneOf(FrameStore frames, ReadOnlySpan<int> places, PlaneOrder order, int plane)
    {
        int perFrame = order.Planes / places.Length, size = order.Pixels * order.Channels;
        return frames[places[plane / perFrame]].Slice(plane % perFrame * size, size);
    }
}
