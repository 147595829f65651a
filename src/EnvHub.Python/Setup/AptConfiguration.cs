using System.Text;

namespace EnvHub.Python;

/// <summary>The machine's apt configuration, as <c>apt-config dump</c> gives it.</summary>
internal sealed class AptConfiguration
{
    // Hooks change the system; the name of the program that dumped would make ours its twin.
    private static readonly string[] Dropped = ["APT::Update", "DPkg", "Binary", "APT::Periodic", "Unattended-Upgrade", "APT::Default-Release"];
    private const string Targets = "Acquire::IndexTargets::deb::", Packages = "Packages";

    private readonly IReadOnlyList<(string Key, string Value)> _settings;

    private AptConfiguration(IReadOnlyList<(string, string)> settings) => _settings = settings;

    /// <summary>The one-line sources that stand outside <c>sources.list.d</c>.</summary>
    public string SourcesFile => Path.Combine(Value("Dir") ?? "/", Value("Dir::Etc") ?? "etc/apt", Value("Dir::Etc::sourcelist") ?? "sources.list");

    /// <summary>What dpkg says is installed.</summary>
    public string StatusFile => Path.Combine(Value("Dir") ?? "/", Value("Dir::State::status") ?? "var/lib/dpkg/status");

    public static AptConfiguration Parse(string dump) => new([.. ProcessResult.Lines(dump).Select(Setting).OfType<(string, string)>()]);

    /// <summary>The same, with everything that apt writes in <paramref name="folder"/>, without hooks, and strict about signatures.</summary>
    public string InRoom(string folder)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in _settings.Where(setting => !Dropped.Any(name => IsBelow(setting.Key, name)))) Set(key, value);
        foreach (string target in OtherTargets()) Set($"{Targets}{target}::DefaultEnabled", "false");
        Set("Dir::State", folder);
        Set("Dir::State::lists", Path.Combine(folder, "lists/"));
        Set("Dir::State::status", Path.Combine(folder, "status"));
        Set("Dir::Cache", folder);
        Set("Dir::Cache::archives", Path.Combine(folder, "archives/"));
        Set("Dir::Etc::sourcelist", Path.Combine(folder, "sources.list"));
        Set("Dir::Etc::preferences", Path.Combine(folder, "preferences"));
        Set("Dir::Log", folder);
        // All of it is in this file; read again, the hooks would come back.
        foreach (string name in (string[])["parts", "main"]) Set($"Dir::Etc::{name}", "/dev/null");
        foreach (string name in (string[])["AllowInsecureRepositories", "AllowWeakRepositories", "AllowDowngradeToInsecureRepositories"]) Set($"Acquire::{name}", "false");
        Set("APT::Get::AllowUnauthenticated", "false");
        Set("Acquire::Languages", "none");
        foreach (string scheme in (string[])["http", "https"]) Set($"Acquire::{scheme}::Timeout", "20");
        Set("Acquire::Retries", "2");
        // The folder is the user's; apt's own user could not write there.
        Set("APT::Sandbox::User", "root");
        Set("Debug::NoLocking", "true");
        return text.ToString();

        void Set(string key, string value) => text.Append(key).Append(" \"").Append(value).Append("\";\n");
    }

    // Pictures, descriptions and lists of files are many times what is needed.
    private IEnumerable<string> OtherTargets() => _settings.Where(setting => IsBelow(setting.Key, Targets[..^2]) && setting.Key.Length > Targets.Length)
        .Select(setting => setting.Key[Targets.Length..].Split("::")[0]).Where(target => target != Packages).Distinct();

    private string? Value(string key) => _settings.LastOrDefault(setting => setting.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;

    private static bool IsBelow(string key, string name) =>
        key.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (key.Length == name.Length || key[name.Length..].StartsWith("::", StringComparison.Ordinal));

    private static (string, string)? Setting(string line)
    {
        int space = line.IndexOf(" \"", StringComparison.Ordinal);
        return space > 0 && line.EndsWith("\";", StringComparison.Ordinal) ? (line[..space], line[(space + 2)..^2]) : null;
    }
}
