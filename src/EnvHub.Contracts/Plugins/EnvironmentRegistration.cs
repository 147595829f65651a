namespace EnvHub.Contracts;

/// <summary>How the hub makes an environment.</summary>
/// <param name="Id">The id that users write.</param>
/// <param name="SettingsType">An <see cref="EnvironmentSettings"/> with a parameterless constructor: one property per setting, its default as
/// initialiser, its range as <c>System.ComponentModel.DataAnnotations.RangeAttribute</c>, its name as <c>JsonPropertyNameAttribute</c>.</param>
/// <param name="Describe">The spec that settings give.</param>
/// <param name="Create">Makes that many copies.</param>
public sealed record EnvironmentRegistration(
    EnvironmentId Id, Type SettingsType, Func<object, EnvironmentSpec> Describe, Func<object, int, IVectorEnvironment> Create)
{
    /// <summary>For environments that must be told how they will be shown before they are made: from settings and the modes wanted, the best
    /// first, settings with the first of them that the environment has, else with any that it has. Settings that name a mode already come
    /// back as they are. Null: copies draw every mode that they have.</summary>
    public Func<object, IReadOnlyList<RenderMode>, object>? ForRendering { get; init; }

    /// <summary>For environments that more computes than the plugin's folder holds, such as an interpreter with its packages: what that is for given
    /// settings, with versions, one part each, in a fixed order. It stands in the record of each trial, and equal results are expected of equal parts
    /// alone. Null: there is nothing else.</summary>
    public Func<object, IReadOnlyList<string>>? Software { get; init; }
}
