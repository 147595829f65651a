namespace EnvHub.Hosting;

/// <summary>How a checkpoint's file is laid out. Numbers are little-endian.</summary>
/// <remarks>
/// <code>
/// file   = magic (8 bytes), format int32, checksum uint32, record*, end
/// record = length of the name int32, type int32, values int64, name in UTF-8, the values, checksum uint32
/// end    = 0 int32, records int32, 0 int64, checksum uint32
/// </code>
/// Every checksum is the CRC-32C of the whole file up to it: a damage is found at the first record behind it, and no record can be
/// missing, doubled or taken from another file. Records follow each other without a table, so that a file is written in one go.
/// </remarks>
internal static class CheckpointFileLayout
{
    public const int Format = 1;

    /// <summary>Bytes of a record before its name.</summary>
    public const int RecordHead = 16;

    /// <summary>A longer name is taken for a damage.</summary>
    public const int LongestName = 4096;

    /// <summary>Values are copied in pieces of this many bytes, whatever the length of an array.</summary>
    public const int Piece = 1 << 20;

    public static ReadOnlySpan<byte> Magic => "EnvHubCP"u8;
}
