namespace EnvHub.Torch;

/// <summary>What to prepare.</summary>
public sealed record TorchSetupOptions
{
    /// <summary>The folder to fill; made where it is missing, replaced as a whole where an earlier set-up filled it.</summary>
    public required string Folder { get; init; }

    /// <summary>Where libtorch comes from. Default: the package for this platform.</summary>
    public TorchSource Source { get; init; }

    /// <summary>The interpreter whose PyTorch to take; null: the first that has one that will do.</summary>
    public string? Python { get; init; }

    /// <summary>Whether to prepare anew what is there and works. Default: false.</summary>
    public bool Again { get; init; }

    /// <summary>Whose date the manifest gets. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
