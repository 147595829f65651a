namespace EnvHub.Learning;

/// <summary>The shape in which a network sees a task's observations.</summary>
public static class ObservationShape
{
    /// <summary>An image of three axes as it is, <c>[H, W, C]</c>; one of two axes as <c>[H, W, 1]</c>; all else as the numbers of its flattened form.</summary>
    public static TensorShape Of(EnvironmentSpec environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var space = environment.ObservationSpace;
        return space is not IBoxSpace ? TensorShape.Vector(space.FlatSize)
            : space.Shape is [var height, var width] ? TensorShape.Image(height, width, 1)
            : space.Shape is [var rows, var columns, var channels] ? TensorShape.Image(rows, columns, channels)
            : TensorShape.Vector(space.FlatSize);
    }
}
