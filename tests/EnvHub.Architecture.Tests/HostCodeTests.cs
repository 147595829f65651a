using System.Text.RegularExpressions;

namespace EnvHub.Architecture.Tests;

/// <summary>The host runs any learner and any environment: it names none of ours.</summary>
public sealed partial class HostCodeTests
{
    [TestCase("src/EnvHub.Hosting")]
    [TestCase("src/EnvHub.Cli")]
    public void Host_Code_UsesNoLearnerOrEnvironmentAssembly(string folder)
    {
        var offenders = RepositoryRoot.Files("*.cs")
            .Where(file => RepositoryRoot.Relative(file).StartsWith(folder + "/", StringComparison.Ordinal))
            .Where(file => PluginNamespace().IsMatch(File.ReadAllText(file)))
            .Select(RepositoryRoot.Relative);
        Assert.That(offenders, Is.Empty);
    }

    [GeneratedRegex(@"(using|global::|[^""\w.])\s*EnvHub\.(Learning|Envs|Plugins)\b(?!\.?"")")]
    private static partial Regex PluginNamespace();
}
