using System.Text;

namespace EnvHub.Python;

/// <summary>A copy of dpkg's list of what is installed.</summary>
internal static class PackageStatus
{
    // Without their needs and quarrels, packages that are installed never hinder: a machine with broken ones gets an environment too.
    private static readonly string[] Kept = ["Package", "Status", "Version", "Architecture", "Multi-Arch", "Provides", "Essential", "Priority", "Section", "Maintainer", "Description"];

    /// <param name="without">Packages to leave out.</param>
    public static string Read(string file, IReadOnlyList<string> without)
    {
        var text = new StringBuilder();
        foreach (string stanza in File.ReadAllText(file).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] lines = stanza.Split('\n');
            if (without.Any(name => lines[0] == $"Package: {name}")) continue;
            foreach (string line in lines.Where(line => Kept.Contains(line.Split(':')[0]))) text.Append(line).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }
}
