using System.ComponentModel.DataAnnotations;

namespace EnvHub.Hosting;

/// <summary>What plugin.json says.</summary>
public sealed record PluginManifest : IValidatableObject
{
    /// <summary>Unique among the plugins: lower-case letters, digits and '-', e.g. <c>classic-control</c>.</summary>
    public required string Id { get; init; }

    /// <summary>For people.</summary>
    [MinLength(1)]
    public required string Name { get; init; }

    /// <summary>The plugin's own version, for people.</summary>
    [MinLength(1)]
    public required string Version { get; init; }

    /// <summary>The version of the contracts that it was written against, major.minor; see <see cref="ContractVersion"/>.</summary>
    public required string Contract { get; init; }

    /// <summary>The assembly's file name, in the manifest's folder.</summary>
    public required string Assembly { get; init; }

    /// <summary>One sentence for lists.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Id.Length == 0 || !Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            yield return new("Write it with lower-case letters, digits and '-', like classic-control.", [nameof(Id)]);
        if (!System.Version.TryParse(Contract, out var contract) || contract.Build >= 0)
            yield return new("Write it as major.minor, like 1.0.", [nameof(Contract)]);
        if (Path.GetFileName(Assembly) != Assembly || !Assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            yield return new("Write the name of a .dll in this folder, without a path.", [nameof(Assembly)]);
    }
}
