using System.Text;

namespace EnvHub.Python;

/// <summary>What dpkg says is installed.</summary>
internal sealed class PackageStatus
{
    private const string NameField = "Package: ";

    // Without their needs and quarrels, packages that are installed never hinder: a machine with broken ones gets an environment too.
    private static readonly string[] Kept = ["Package", "Status", "Version", "Architecture", "Multi-Arch", "Provides", "Essential", "Priority", "Section", "Maintainer", "Description"];

    private PackageStatus(IReadOnlySet<string> names, string text) => (Names, Text) = (names, text);

    /// <summary>Of the installed packages.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>In dpkg's form.</summary>
    public string Text { get; }

    /// <param name="text">dpkg's status file.</param>
    /// <param name="without">Packages to leave out.</param>
    public static PackageStatus Parse(string text, IReadOnlyList<string> without)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var kept = new StringBuilder();
        foreach (string stanza in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] lines = stanza.Split('\n');
            string name = lines.FirstOrDefault(line => line.StartsWith(NameField, StringComparison.Ordinal))?[NameField.Length..] ?? "";
            if (without.Contains(name) || !lines.Contains("Status: install ok installed")) continue;
            names.Add(name);
            foreach (string line in lines.Where(line => Kept.Contains(line.Split(':')[0]))) kept.Append(line).Append('\n');
            kept.Append('\n');
        }
        return new(names, kept.ToString());
    }
}
