namespace EnvHub.Learning;

/// <summary>What became of one segment when a network was started from a source: a line of the manifest.</summary>
/// <param name="Role">The segment.</param>
/// <param name="Origin">Where its first weights came from.</param>
/// <param name="From">The source's stage and task; null for a new segment.</param>
public sealed record SegmentTransfer(SegmentRole Role, SegmentOrigin Origin, string? From)
{
    /// <summary>The line, e.g. <c>copied trunk.0.weight [128, 4] from pretrain/CartPole-v1</c>; shapes as files hold them, <c>[outputs, inputs]</c>.</summary>
    public override string ToString()
    {
        var segment = Role.Segment;
        string shape = $"[{string.Join(", ", segment.Shape)}]";
        return Origin switch
        {
            SegmentOrigin.Copied => $"copied {segment.Name} {shape} from {From}",
            SegmentOrigin.Adapted => $"adapted {segment.Name} {shape} from {From}",
            _ => $"new {segment.Name} {shape}",
        };
    }
}
