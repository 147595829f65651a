namespace EnvHub.Python;

/// <summary>The 32-bit words of the header, by their offset in bytes. The caller writes those of its line alone, the server of its own.</summary>
internal static class SharedWord
{
    public const int Magic = 0, Version = 4, TotalBytesLow = 8, TotalBytesHigh = 12, Copies = 16, ObservationElements = 20, ActionElements = 24, TextBytes = 28, MaskFlags = 32;

    /// <summary>The caller's line.</summary>
    public const int Request = 64, Command = 68, Modifiers = 72, Argument = 76, CallerWaits = 80, RequestTextBytes = 84;

    /// <summary>The server's line.</summary>
    public const int Reply = 128, Status = 132, ServerWaits = 136, ReplyTextBytes = 140, FaultyCopy = 144, Heartbeat = 148;

    /// <summary>The bytes E H S M.</summary>
    public const int MagicValue = 0x4D53_4845;

    /// <summary>Another number is another protocol.</summary>
    public const int VersionValue = 1;
}
