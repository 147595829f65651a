namespace EnvHub.Python;

/// <summary>Where everything lies in a shared region. N copies, n elements per observation, k per action, M flags per action mask.</summary>
/// <remarks>Both sides compute it by one rule: the sections follow the header in the order of this record's properties, each from the
/// next multiple of 64 bytes. See Sharing/README.md.</remarks>
public sealed record SharedLayout
{
    /// <summary>Before the first section: sizes, and a cache line of words for each direction.</summary>
    public const int HeaderBytes = 256;

    private const int Alignment = 64;

    /// <param name="copies">N, at least 1.</param>
    /// <param name="observationElements">n, at least 0.</param>
    /// <param name="actionElements">k; 0 for a discrete space, whose action is one int32.</param>
    /// <param name="textBytes">Room for texts and pictures; pages that are never touched cost nothing.</param>
    /// <param name="maskFlags">M; 0 for no masks, whose sections then take no room.</param>
    public SharedLayout(int copies, int observationElements, int actionElements, int textBytes = 1 << 22, int maskFlags = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(observationElements);
        ArgumentOutOfRangeException.ThrowIfNegative(actionElements);
        ArgumentOutOfRangeException.ThrowIfNegative(textBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(maskFlags);
        (Copies, ObservationElements, ActionElements, TextBytes, MaskFlags) = (copies, observationElements, actionElements, textBytes, maskFlags);
        long rows = copies, observations = rows * observationElements * sizeof(float), end = HeaderBytes;
        Observations = Take(ref end, observations);
        FinalObservations = Take(ref end, observations);
        Rewards = Take(ref end, rows * sizeof(double));
        Terminated = Take(ref end, rows);
        Truncated = Take(ref end, rows);
        Active = Take(ref end, rows);
        Actions = Take(ref end, rows * Math.Max(actionElements, 1) * sizeof(int));
        Seeds = Take(ref end, rows * sizeof(ulong));
        ActionMasks = Take(ref end, rows * maskFlags);
        FinalActionMasks = Take(ref end, rows * maskFlags);
        Text = Take(ref end, textBytes);
        TotalBytes = end;
    }

    /// <summary>N.</summary>
    public int Copies { get; }

    /// <summary>n.</summary>
    public int ObservationElements { get; }

    /// <summary>k; 0 for a discrete space.</summary>
    public int ActionElements { get; }

    /// <summary>M; 0 for no masks.</summary>
    public int MaskFlags { get; }

    /// <summary>Room for texts.</summary>
    public int TextBytes { get; }

    /// <summary>Offset of float32 <c>[N, n]</c>.</summary>
    public long Observations { get; }

    /// <summary>Offset of float32 <c>[N, n]</c>; a row counts only where an episode has ended.</summary>
    public long FinalObservations { get; }

    /// <summary>Offset of float64 <c>[N]</c>.</summary>
    public long Rewards { get; }

    /// <summary>Offset of bytes <c>[N]</c>, 0 or 1.</summary>
    public long Terminated { get; }

    /// <summary>Offset of bytes <c>[N]</c>, 0 or 1.</summary>
    public long Truncated { get; }

    /// <summary>Offset of bytes <c>[N]</c>, 0 or 1.</summary>
    public long Active { get; }

    /// <summary>Offset of int32 <c>[N]</c> for a discrete space, of float32 <c>[N, k]</c> for any other.</summary>
    public long Actions { get; }

    /// <summary>Offset of uint64 <c>[N]</c>.</summary>
    public long Seeds { get; }

    /// <summary>Offset of bytes <c>[N, M]</c>, 0 or 1.</summary>
    public long ActionMasks { get; }

    /// <summary>Offset of bytes <c>[N, M]</c>, 0 or 1; a row counts only where an episode has ended.</summary>
    public long FinalActionMasks { get; }

    /// <summary>Offset of <see cref="TextBytes"/> bytes.</summary>
    public long Text { get; }

    /// <summary>The size of the region.</summary>
    public long TotalBytes { get; }

    private static long Take(ref long end, long bytes)
    {
        long start = end;
        end = (end + bytes + Alignment - 1) / Alignment * Alignment;
        return start;
    }
}
