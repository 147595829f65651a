using System.Text.RegularExpressions;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>The names of a new plugin, made from the one that users will type.</summary>
/// <param name="Id">What users type: <c>my-lab/Maze-v0</c>, <c>my-dqn</c>, <c>StepCost</c>.</param>
/// <param name="Name">The class, or how the classes begin.</param>
/// <param name="Namespace">Of the code.</param>
/// <param name="Plugin">The plugin's id.</param>
internal sealed partial record TemplateNames(string Id, string Name, string Namespace, string Plugin)
{
    // The namespaces that the templates see without a word.
    private static readonly string[] Open = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];
    private static readonly string[] Used = ["Canvas", "Color", "Point", "Corridor", "Assert", "Test", "TestCase", "EnvironmentContract", "LearnerContract", "Rollout", "TrainingLoop"];
    private static readonly string[] Roots = ["System", "Microsoft", "NUnit", "EnvHub"];

    public string Project => $"{Namespace}.{Name}";

    public static TemplateNames Of(PluginKind kind, string id)
    {
        if (kind != PluginKind.Environment && !Word().IsMatch(id)) throw HostingErrors.NoTemplateName(id);
        var (space, name) = kind == PluginKind.Environment && EnvironmentId.Parse(id) is var parsed ? (parsed.Namespace, parsed.Name) : (null, id);
        string identifier = Identifier(name), root = space is null ? $"{kind}s" : Identifier(space);
        if (identifier.Length == 0 || root.Length == 0) throw HostingErrors.NoTemplateName(id);
        if (Roots.Contains(root, StringComparer.Ordinal)) root += "Plugins";
        if (IsTaken(identifier) || identifier == root) identifier += kind;
        return new(id, identifier, root, $"{Kebab(space ?? $"{kind}s")}.{Kebab(name)}");
    }

    private static string Identifier(string text)
    {
        string name = string.Concat(text.Split(text.Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct().ToArray())
            .Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        return name.Length > 0 && char.IsAsciiDigit(name[0]) ? $"N{name}" : name;
    }

    private static string Kebab(string text) =>
        Separators().Replace(Humps().Replace(text, "-"), "-").Trim('-').ToLowerInvariant() is { Length: > 0 } kebab ? kebab : "plugin";

    // A class of such a name would hide what the template's code means.
    private static bool IsTaken(string name) => Used.Contains(name, StringComparer.Ordinal)
        || new[] { typeof(IHubPlugin), typeof(RandomGenerator) }.SelectMany(type => type.Assembly.GetExportedTypes()).Any(type => type.Name == name)
        || Open.Any(space => typeof(object).Assembly.GetType($"{space}.{name}") is not null || typeof(Enumerable).Assembly.GetType($"{space}.{name}") is not null);

    [GeneratedRegex(@"^[\w.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Humps();

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
