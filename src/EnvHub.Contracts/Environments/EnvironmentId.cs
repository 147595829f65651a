using System.Text.RegularExpressions;

namespace EnvHub.Contracts;

/// <summary>An environment's name: <c>[namespace/]Name[-vN]</c>, read as Gymnasium reads it.</summary>
/// <param name="Namespace">Before the slash; null for none.</param>
/// <param name="Name">The environment.</param>
/// <param name="Version">After <c>-v</c>; null for none.</param>
public sealed partial record EnvironmentId(string? Namespace, string Name, int? Version)
{
    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <exception cref="HubException">EH1010 it is not of that form.</exception>
    public static EnvironmentId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Form().Match(text);
        if (!match.Success) throw ContractErrors.BadId(text);
        var (space, version) = (match.Groups["namespace"], match.Groups["version"]);
        int number = 0;
        if (version.Success && !int.TryParse(version.ValueSpan, out number)) throw ContractErrors.BadId(text);
        return new(space.Success ? space.Value : null, match.Groups["name"].Value, version.Success ? number : null);
    }

    /// <summary>What <see cref="Parse"/> gives, so that an id can be written as a text.</summary>
    /// <exception cref="HubException">EH1010 it is not of that form.</exception>
    public static implicit operator EnvironmentId(string text) => Parse(text);

    /// <summary>The id without its version.</summary>
    public string FullName => Namespace is null ? Name : $"{Namespace}/{Name}";

    /// <inheritdoc/>
    public override string ToString() => Version is null ? FullName : $"{FullName}-v{Version}";

    // Ends with \z: $ would let a line break follow.
    [GeneratedRegex(@"^(?:(?<namespace>[\w:-]+)\/)?(?:(?<name>[\w:.-]+?))(?:-v(?<version>\d+))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
