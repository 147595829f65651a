namespace EnvHub.Architecture.Tests;

/// <summary>Who may know whom: the arrows between the rooms.</summary>
public sealed class DependencyDirectionTests
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["EnvHub.Numerics"] = [],
        ["EnvHub.Contracts"] = ["EnvHub.Numerics"],
        ["EnvHub.Networks"] = ["EnvHub.Contracts", "EnvHub.Numerics"],
        ["EnvHub.Learning"] = ["EnvHub.Contracts", "EnvHub.Numerics"],
        ["EnvHub.Rendering"] = [],
        ["EnvHub.Setup"] = ["EnvHub.Contracts"],
        ["EnvHub.Python"] = ["EnvHub.Contracts", "EnvHub.Setup"],
        ["EnvHub.Torch"] = ["EnvHub.Contracts", "EnvHub.Python", "EnvHub.Setup"],
        ["EnvHub.Onnx"] = ["EnvHub.Contracts", "EnvHub.Setup"],
        ["EnvHub.Evaluation"] = ["EnvHub.Contracts", "EnvHub.Numerics"],
        ["EnvHub.Hosting"] = ["EnvHub.Contracts", "EnvHub.Numerics", "EnvHub.Networks", "EnvHub.Evaluation"],
        // Learning is only carried along, so that all plugins share one copy; HostCodeTests holds that no code of the host uses it.
        ["EnvHub.Cli"] = ["EnvHub.Hosting", "EnvHub.Learning", "EnvHub.Python", "EnvHub.Onnx", "EnvHub.Rendering", "EnvHub.Setup", "EnvHub.Torch"],
    };

    private static readonly string[] EnvironmentMayReference = ["EnvHub.Contracts", "EnvHub.Numerics", "EnvHub.Rendering", "EnvHub.Python", "EnvHub.Setup"];
    private static readonly string[] LearnerMayReference = ["EnvHub.Contracts", "EnvHub.Learning", "EnvHub.Numerics"];
    // Plugins that stand on a native library bring the room that prepares it.
    private static readonly Dictionary<string, string[]> PreparedMayReference = new()
    {
        ["EnvHub.Plugins.TorchSharp"] = ["EnvHub.Contracts", "EnvHub.Numerics", "EnvHub.Python", "EnvHub.Setup", "EnvHub.Torch"],
        ["EnvHub.Plugins.OnnxRuntime"] = ["EnvHub.Contracts", "EnvHub.Learning", "EnvHub.Numerics", "EnvHub.Onnx", "EnvHub.Setup"],
    };

    [TestCaseSource(nameof(SourceProjects))]
    public void SourceProject_References_OnlyTheRoomsBelowIt(string name)
    {
        Assert.That(MayReference, Contains.Key(name), "A new room needs its arrows here and in the blueprint.");
        Assert.That(Project(name).References.Except(MayReference[name]), Is.Empty);
    }

    [TestCaseSource(nameof(EnvironmentProjects))]
    public void EnvironmentPlugin_References_OnlyTheContract(string name) =>
        Assert.That(Project(name).References.Except(EnvironmentMayReference), Is.Empty);

    [TestCaseSource(nameof(LearnerProjects))]
    public void LearnerPlugin_References_OnlyTheContractAndLearning(string name) =>
        Assert.That(Project(name).References.Except(PreparedMayReference.GetValueOrDefault(name, LearnerMayReference)), Is.Empty);

    [TestCase("EnvHub.Contracts")]
    [TestCase("EnvHub.Numerics")]
    public void PluginAuthorsRoom_References_NoPackage(string name) => Assert.That(Project(name).Packages, Is.Empty);

    [Test]
    public void Solution_Holds_EveryProject()
    {
        string solution = File.ReadAllText(RepositoryRoot.Combine("EnvHub.sln")).Replace('\\', '/');
        Assert.That(ProjectFile.All.Where(project => !solution.Contains($"/{project.Name}.csproj", StringComparison.Ordinal)), Is.Empty);
    }

    private static ProjectFile Project(string name) => ProjectFile.All.Single(project => project.Name == name);

    private static string[] SourceProjects() => In("src/");
    private static string[] EnvironmentProjects() => In("envs/");
    private static string[] LearnerProjects() => In("plugins/");

    private static string[] In(string folder) => [.. ProjectFile.All
        .Where(project => RepositoryRoot.Relative(project.Path).StartsWith(folder, StringComparison.Ordinal)).Select(project => project.Name)];
}
