using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EnvHub.Hosting;

/// <summary>What stands in a template's place-holders: <c>{{name}}</c> in texts, NAME and PROJECT in paths.</summary>
/// <param name="names">Of the plugin.</param>
/// <param name="hubVersion">Of the hub's libraries.</param>
internal sealed partial class TemplateWords(TemplateNames names, string hubVersion)
{
    // The test packages that this build of the hub was tested with.
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Versions = new(() =>
        XDocument.Parse(TemplateFile.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value));

    public string InPath(string path) => path.Replace("PROJECT", names.Project, StringComparison.Ordinal).Replace("NAME", names.Name, StringComparison.Ordinal);

    public string InText(string text) => Placeholder().Replace(text, match => match.Groups["word"].Value switch
    {
        "id" => names.Id,
        "name" => names.Name,
        "namespace" => names.Namespace,
        "project" => names.Project,
        "plugin" => names.Plugin,
        "contract" => ContractVersion.Current.ToString(2),
        "hub" => $"[{hubVersion}]",
        "version" => Versions.Value[match.Groups["package"].Value],
        var word => throw new System.Diagnostics.UnreachableException(word),
    });

    [GeneratedRegex(@"\{\{(?<word>[a-z]+)(?::(?<package>[\w.]+))?\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
