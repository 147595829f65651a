namespace EnvHub.Onnx;

/// <summary>What a set-up gave.</summary>
/// <param name="Folder">The prepared folder.</param>
/// <param name="Library">In it.</param>
/// <param name="IsNew">Whether it was made by this call; else it was ready.</param>
public sealed record OnnxSetupResult(string Folder, OnnxLibrary Library, bool IsNew);
