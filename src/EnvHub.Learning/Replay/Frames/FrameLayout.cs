namespace EnvHub.Learning;

/// <summary>What a <see cref="FrameStore"/> is asked to keep: frames of one size, several to an observation where they are stacked.</summary>
/// <param name="Element">How an element is kept.</param>
/// <param name="FrameSize">Elements per frame, at least 1.</param>
/// <param name="Stack">Frames per observation, K; at least 1.</param>
internal readonly record struct FrameLayout(ElementType Element, int FrameSize, int Stack)
{
    /// <summary>Elements per observation.</summary>
    public int Size => FrameSize * Stack;

    /// <summary>Bytes per frame.</summary>
    public long FrameBytes => (long)FrameSize * StoredElements.SizeOf(Element);

    /// <summary>How observations of <paramref name="environment"/> are kept.</summary>
    public static FrameLayout Of(EnvironmentSpec environment)
    {
        var space = environment.ObservationSpace;
        int stack = environment.StackedFrames is { } frames && frames > 1 && space.ElementSize % frames == 0 ? frames : 1;
        return new(StoredElements.Of(space), space.ElementSize / stack, stack);
    }
}
