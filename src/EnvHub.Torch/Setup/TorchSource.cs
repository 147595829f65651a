namespace EnvHub.Torch;

/// <summary>Where a set-up takes libtorch from.</summary>
public enum TorchSource
{
    /// <summary>The package for this platform, CPU alone, from NuGet's sources.</summary>
    Package,

    /// <summary>The PyTorch of a Python, which stays where it is; the way to CUDA.</summary>
    Python,
}
