namespace EnvHub.Learning;

/// <summary>What shape a network sees of a task's observations. The one place that says so.</summary>
/// <remarks>Networks take images as <c>[H, W, C]</c>. An image <c>[H, W, C]</c> is one as it is, <c>[H, W]</c> has one channel, stacked frames
/// <c>[K, H, W]</c> or <c>[K, H, W, C]</c> become <c>[H, W, K]</c> or <c>[H, W, K · C]</c>; where images come channel-first, <c>[C, H, W]</c> becomes
/// <c>[H, W, C]</c>. All else is a vector of the flattened numbers.</remarks>
public static class ObservationShape
{
    /// <summary>The shape: <c>[n]</c> or <c>[H, W, C]</c>.</summary>
    /// <param name="channelsFirst">Whether images of three axes are <c>[C, H, W]</c>.</param>
    public static TensorShape Of(EnvironmentSpec environment, bool channelsFirst = false)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return ImageOf(environment, channelsFirst) is var (height, width, order) ? TensorShape.Image(height, width, order.Depth)
            : TensorShape.Vector(environment.ObservationSpace.FlatSize);
    }

    /// <summary>How elements move on their way to the network; null for a vector.</summary>
    /// <param name="channelsFirst">Whether images of three axes are <c>[C, H, W]</c>.</param>
    public static PlaneOrder? OrderOf(EnvironmentSpec environment, bool channelsFirst = false)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return ImageOf(environment, channelsFirst)?.Order;
    }

    private static (int Height, int Width, PlaneOrder Order)? ImageOf(EnvironmentSpec environment, bool channelsFirst)
    {
        var space = environment.ObservationSpace;
        if (space is not IBoxSpace || space.ElementSize == 0) return null;
        bool isStack = space.Shape.Length > 0 && environment.StackedFrames == space.Shape[0];
        int stack = isStack ? space.Shape[0] : 1;
        return (isStack ? space.Shape[1..] : space.Shape) switch
        {
            [var height, var width] => (height, width, new(stack, height * width, 1)),
            [var channels, var height, var width] when channelsFirst => (height, width, new(stack * channels, height * width, 1)),
            [var height, var width, var channels] => (height, width, new(stack, height * width, channels)),
            _ => null,
        };
    }
}
