using System.Text.RegularExpressions;

namespace EnvHub.Python;

/// <summary>Packages beside Gymnasium, by the names that pip knows them by.</summary>
internal static partial class ExtraPackages
{
    /// <summary>Imports every module of the packages in <c>sys.argv</c>: a package that is there need not work.</summary>
    public const string Check = """
        import sys
        from importlib import import_module, metadata
        plain = lambda name: name.lower().replace("_", "-").replace(".", "-")
        owners = metadata.packages_distributions()
        for extra in sys.argv[1:]:
            for module in [module for module, names in owners.items() if plain(extra) in map(plain, names) and module.isidentifier() and module[0] != "_"]:
                try:
                    import_module(module)
                except Exception as fault:
                    sys.exit(f"{extra}: importing {module} gives {type(fault).__name__}: {fault}")
        """;

    private const string Prefix = "python3-";

    // Debian names its packages after modules; these are the well-known ones whose module is called otherwise than pip's package.
    private static readonly Dictionary<string, string> Debian = new(StringComparer.Ordinal)
    {
        ["opencv-python"] = "opencv",
        ["opencv-python-headless"] = "opencv",
        ["pillow"] = "pil",
        ["pyyaml"] = "yaml",
        ["scikit-learn"] = "sklearn",
        ["scikit-image"] = "skimage",
    };

    /// <summary>Names in one spelling: lower case, hyphens, sorted, each once.</summary>
    /// <exception cref="HubException">EH4630 one is not a package's name.</exception>
    public static IReadOnlyList<string> Normalize(IEnumerable<string> names) => [.. names.Select(Normalize).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What Debian calls a package.</summary>
    public static string DebianName(string name) => Prefix + Debian.GetValueOrDefault(name, name);

    // A version or an option would mean different things to pip and to apt.
    private static string Normalize(string name) => Name().IsMatch(name)
        ? Separators().Replace(name.ToLowerInvariant(), "-") is var plain && plain.StartsWith(Prefix, StringComparison.Ordinal) ? plain[Prefix.Length..] : plain
        : throw PythonErrors.BadName(name);

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$")]
    private static partial Regex Name();

    [GeneratedRegex("[._-]+")]
    private static partial Regex Separators();
}
