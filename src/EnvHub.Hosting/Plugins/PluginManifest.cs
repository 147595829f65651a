using System.ComponentModel.DataAnnotations;

namespace EnvHub.Hosting;

/// <summary>What plugin.json says.</summary>
public sealed record PluginManifest : IValidatableObject
{
    /// <summary>Unique among the plugins: lower-case letters, digits and '-', in parts between dots, e.g. <c>classic-control</c> or <c>my-lab.snake</c>.</summary>
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
        if (!Id.Split('.').All(IsPart)) yield return new Refused("lower-case letters, digits and '-', in parts between dots", "Write it like classic-control or my-lab.snake.", nameof(Id));
        if (!System.Version.TryParse(Contract, out var contract) || contract.Build >= 0)
            yield return new Refused("major.minor, both whole numbers", "Write it like 1.0.", nameof(Contract));
        if (Path.GetFileName(Assembly) != Assembly || !Assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            yield return new Refused("the name of a .dll in this folder, without a path", "Write it like MyLab.Snake.dll.", nameof(Assembly));

        static bool IsPart(string part) => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }
}
