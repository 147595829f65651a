namespace EnvHub.Contracts;

/// <summary>How the hub makes an environment.</summary>
/// <param name="Id">The id that users write.</param>
/// <param name="SettingsType">An <see cref="EnvironmentSettings"/> with a parameterless constructor: one property per setting, its default as
/// initialiser, its range as <c>System.ComponentModel.DataAnnotations.RangeAttribute</c>, its name as <c>JsonPropertyNameAttribute</c>.</param>
/// <param name="Describe">The spec that settings give.</param>
/// <param name="Create">Makes that many copies.</param>
public sealed record EnvironmentRegistration(
    EnvironmentId Id, Type SettingsType, Func<object, EnvironmentSpec> Describe, Func<object, int, IVectorEnvironment> Create);
