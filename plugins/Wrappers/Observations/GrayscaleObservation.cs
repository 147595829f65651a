namespace EnvHub.Plugins.Wrappers;

/// <summary>Shows coloured images, uint8 <c>[H, W, 3]</c> in red, green and blue, in shades of grey: uint8 <c>[H, W]</c>, or <c>[H, W, 1]</c>.</summary>
/// <remarks>A shade is 0.2125 red + 0.7154 green + 0.0721 blue in float64, rounded down. Source: Gymnasium's
/// <c>GrayscaleObservation</c>; the same bytes.</remarks>
public sealed class GrayscaleObservation : MappedObservation
{
    private const int Channels = 3;
    private const double Red = 0.2125, Green = 0.7154, Blue = 0.0721;

    /// <param name="inner">Disposed with this.</param>
    /// <exception cref="HubException">EH4200 the observations are no coloured images.</exception>
    public GrayscaleObservation(IVectorEnvironment inner, GrayscaleObservationOptions options)
        : base(inner, Describe(WrapperErrors.Accept(inner, nameof(GrayscaleObservation), Refusal(inner?.Spec!, options)), options)) { }

    /// <summary>The spec with the grey images.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, GrayscaleObservationOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(options);
        var shape = spec.ObservationSpace.Shape;
        return spec with
        {
            ObservationSpace = options.KeepDim ? ByteImages.Space(shape[0], shape[1], 1) : ByteImages.Space(shape[..2]), ObservationScaling = null,
        };
    }

    /// <summary>Why it cannot stand around an environment; null if it can.</summary>
    public static string? Refusal(EnvironmentSpec spec, GrayscaleObservationOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var space = spec.ObservationSpace;
        return ByteImages.AreIn(space) && space.Shape is [_, _, Channels] ? null
            : $"GrayscaleObservation needs images of red, green and blue, Box(0, 255, (height, width, 3), uint8); this one is {space}.";
    }

    /// <summary>The shade of a colour, each part in 0..255.</summary>
    internal static byte Shade(double red, double green, double blue) => (byte)(red * Red + green * Green + blue * Blue);

    private protected override void Show(ReadOnlySpan<float> inside, Span<float> shown)
    {
        for (int i = 0; i < shown.Length; i++)
        {
            var pixel = inside.Slice(i * Channels, Channels);
            shown[i] = Shade(pixel[0], pixel[1], pixel[2]);
        }
    }
}
