namespace EnvHub.Onnx;

/// <summary>What a set-up put into its folder.</summary>
public sealed record OnnxManifest
{
    /// <summary>The library's version.</summary>
    public required string Version { get; init; }

    /// <summary>When it was prepared, UTC.</summary>
    public DateTimeOffset Prepared { get; init; }
}
