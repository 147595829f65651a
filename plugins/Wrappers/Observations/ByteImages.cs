namespace EnvHub.Plugins.Wrappers;

/// <summary>Images as Gymnasium's wrappers take them: boxes of uint8 from 0 to 255.</summary>
internal static class ByteImages
{
    /// <summary>Whether a space holds such values, of any shape.</summary>
    public static bool AreIn(Space space) =>
        space is BoxSpace<byte> box && !box.Low.ContainsAnyExcept(byte.MinValue) && !box.High.ContainsAnyExcept(byte.MaxValue);

    /// <summary>A space of such values.</summary>
    public static BoxSpace<byte> Space(params ReadOnlySpan<int> shape) => BoxSpace.UniformOf(byte.MinValue, byte.MaxValue, shape);
}
