namespace EnvHub.Python;

/// <summary>A package in a prepared environment.</summary>
/// <param name="Name">As its distribution calls it.</param>
/// <param name="Version">As its distribution counts.</param>
/// <param name="Sha256">Of its file, in lower-case hexadecimal; null where pip checked and kept none.</param>
public sealed record PythonPackage(string Name, string Version, string? Sha256);
