using System.Text.Json;

namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>A hub in a folder of its own, with the plugins that the build made.</summary>
public abstract class HubFixture
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder()
    {
        Assert.That(RealPython.WithGymnasium.Gymnasium, Is.Not.Null);
        _folder = Directory.CreateTempSubdirectory("envhub-").FullName;
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    /// <summary>The hub of a hub.json, without its plugin folders.</summary>
    private protected (HubOptions Options, HubCatalog Catalog) Open(string json)
    {
        string plugins = JsonSerializer.Serialize(Path.Combine(RepositoryRoot(), "artifacts", "plugins"));
        string file = Path.Combine(_folder, "hub.json");
        File.WriteAllText(file, json.Trim().Insert(1, $" \"plugins\": [{plugins}], \"runs\": \"runs\", "));
        var options = HubConfigurationReader.Read(file);
        return (options, HubCatalog.Load(options));
    }

    /// <summary>Runs a plan to its end.</summary>
    private protected (IReadOnlyList<TrialResult> Results, string Folder) Run((HubOptions Options, HubCatalog Catalog) hub, ExperimentPlan plan)
    {
        var folder = RunFolder.Create(Path.Combine(_folder, "runs"), plan.Name, TimeProvider.System);
        var runner = new ExperimentRunner(plan, folder, ProvenanceReader.Read(hub.Options, hub.Catalog));
        return (runner.Run(parallel: 1, CancellationToken.None), folder.Path);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EnvHub.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
