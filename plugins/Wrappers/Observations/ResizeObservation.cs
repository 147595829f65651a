namespace EnvHub.Plugins.Wrappers;

/// <summary>Shows images, uint8 <c>[H, W]</c> or <c>[H, W, C]</c>, in another size: each pixel is the mean of the area that it covers.</summary>
/// <remarks>The bytes of OpenCV's <c>INTER_AREA</c>, also where an axis grows and OpenCV interpolates instead. Source: Gymnasium's
/// <c>ResizeObservation</c>. Differs: the size has a default, 84 by 84; an axis of one channel stays, as the space says that it does
/// (OpenCV's arrays lose it).</remarks>
public sealed class ResizeObservation : MappedObservation
{
    private const int MostChannels = 512;

    private readonly ImageScaler _scaler;

    /// <param name="inner">Disposed with this.</param>
    /// <exception cref="HubException">EH4200 the observations are no images, or of more channels than OpenCV takes.</exception>
    public ResizeObservation(IVectorEnvironment inner, ResizeObservationOptions options)
        : base(inner, Describe(WrapperErrors.Accept(inner, nameof(ResizeObservation), Refusal(inner?.Spec!, options)), options))
    {
        var (height, width, channels) = SizeOf(Inner.Spec.ObservationSpace);
        _scaler = ImageScaler.Create((height, width), (options.Height, options.Width), channels);
    }

    /// <summary>The spec with the images' new size.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, ResizeObservationOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(options);
        return spec with { ObservationSpace = ByteImages.Space([options.Height, options.Width, .. spec.ObservationSpace.Shape[2..]]), ObservationScaling = null };
    }

    /// <summary>Why it cannot stand around an environment; null if it can.</summary>
    public static string? Refusal(EnvironmentSpec spec, ResizeObservationOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(options);
        var space = spec.ObservationSpace;
        if (!ByteImages.AreIn(space) || space.Shape.Length is not (2 or 3) || space.ElementSize == 0)
            return $"ResizeObservation needs images, Box(0, 255, (height, width), uint8) or (height, width, channels); this one is {space}.";
        var (height, width, channels) = SizeOf(space);
        int most = ImageScaler.Weighs((height, width), (options.Height, options.Width)) ? AreaWeights.MostChannels : MostChannels;
        return channels <= most ? null
            : $"ResizeObservation takes at most {most} channels from {height}x{width} to {options.Height}x{options.Width}, as OpenCV does; this one is {space}. Where the first axis counts frames, stack them after resizing.";
    }

    private protected override void Show(ReadOnlySpan<float> inside, Span<float> shown) => _scaler.Scale(inside, shown);

    private static (int Height, int Width, int Channels) SizeOf(Space space) =>
        (space.Shape[0], space.Shape[1], space.Shape.Length == 2 ? 1 : space.Shape[2]);
}
