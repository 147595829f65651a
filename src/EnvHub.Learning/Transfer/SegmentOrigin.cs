namespace EnvHub.Learning;

/// <summary>Where the first weights of a segment came from.</summary>
public enum SegmentOrigin
{
    /// <summary>All from the source, in its order.</summary>
    Copied,

    /// <summary>From the source, rows or columns chosen by a map; what the source lacks is new.</summary>
    Adapted,

    /// <summary>Drawn by the network's initialisation.</summary>
    New,
}
