namespace EnvHub.Cli;

/// <summary>What <c>bench networks</c> measured, one thread, the same run.</summary>
/// <param name="PeakGigaflops">Of the embedded engine's product kernel.</param>
/// <param name="Torch">PyTorch's version; null where no Python has it.</param>
internal sealed record NetworksReport(IReadOnlyList<NetworkUpdateSpeed> Networks, double PeakGigaflops, string? Torch);

/// <summary>Microseconds of one update; null where an engine is not there.</summary>
/// <param name="TorchSharpMicroseconds">libtorch with channels last, its faster layout on processors, which is the backend's default.</param>
/// <param name="ChannelsFirstMicroseconds">libtorch with channels first, PyTorch's default, as most programs have it.</param>
/// <param name="FloorMicroseconds">The products' arithmetic at the kernel's peak, nothing else.</param>
internal sealed record NetworkUpdateSpeed(
    string Name, double EmbeddedMicroseconds, double? TorchSharpMicroseconds, double? ChannelsFirstMicroseconds, double? PyTorchMicroseconds, double FloorMicroseconds);
