using EnvHub.Onnx;

namespace EnvHub.Cli;

/// <summary>Looks for ONNX Runtime, which plays policies from elsewhere. Nothing is missing where nobody asked for it.</summary>
internal static class OnnxFindings
{
    public static Finding Run() => OnnxLibrary.Find() is { } library
        ? new("onnx runtime", FindingState.Ok, $"{OnnxLibrary.Package.Version}, in {library.File} ({library.Origin})")
        : new("onnx runtime", OnnxLibrary.Search().Count == 0 ? FindingState.Ok : FindingState.Warning, "policies from ONNX files cannot be played here; the hub runs without it.", OnnxLibrary.Refusal()!);
}
