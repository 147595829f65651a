namespace EnvHub.Learning;

/// <content>How much memory it takes.</content>
public sealed partial class ReplayBuffer
{
    /// <summary>Bytes that a buffer touches once it holds <paramref name="transitions"/>: a frame for each, and what says where it lies.</summary>
    /// <param name="environment">Whose observations.</param>
    /// <param name="transitions">Transitions held: the capacity, or the steps of a shorter training.</param>
    /// <param name="copies">Copies that transitions come from.</param>
    /// <param name="waiting">Steps of each copy that wait for their n-step return.</param>
    /// <param name="maskSize">Actions of which it keeps whether they are possible next; 0 for none.</param>
    /// <remarks>Each episode adds one frame, its last observation's, and with zero padding the padding: of a hundred steps each that is one or two
    /// in a hundred more.</remarks>
    public static long PredictBytes(EnvironmentSpec environment, int transitions, int copies = 1, int waiting = 0, int maskSize = 0)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var layout = FrameLayout.Of(environment);
        long frames = transitions + (long)copies * (waiting + layout.Stack);
        long perTransition = 2L * layout.Stack * sizeof(int) + 2 * sizeof(float) + sizeof(int) + (maskSize + MaskBits - 1) / MaskBits * sizeof(uint);
        return frames * (layout.FrameBytes + sizeof(int)) + transitions * perTransition;
    }

    /// <summary>The largest capacity whose arrays can be had; 0 if a single frame is more than an array holds.</summary>
    internal static long MostCapacity(FrameLayout layout, int maskSize) => layout.FrameBytes > Array.MaxLength ? 0
        : Array.MaxLength / Math.Max(2L * layout.Stack, ((long)maskSize + MaskBits - 1) / MaskBits);
}
