namespace EnvHub.Cli;

/// <summary>What <c>bench images</c> measured, one thread, the same run.</summary>
/// <param name="TorchSharpStepsPerSecond">Null where libtorch is not there.</param>
internal sealed record ImagesReport(double EmbeddedStepsPerSecond, double? TorchSharpStepsPerSecond);
