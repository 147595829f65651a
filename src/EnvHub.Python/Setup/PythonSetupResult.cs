namespace EnvHub.Python;

/// <summary>A prepared environment.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Python">How to start it.</param>
/// <param name="Manifest">What was put into it.</param>
/// <param name="IsNew">Whether it was made just now.</param>
public sealed record PythonSetupResult(string Folder, PythonInterpreter Python, PythonManifest Manifest, bool IsNew);
