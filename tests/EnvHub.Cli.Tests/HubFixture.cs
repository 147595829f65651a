using System.Text.Json;

namespace EnvHub.Cli.Tests;

/// <summary>A hub of its own for each test, with the plugins that the build put beside it.</summary>
public abstract class HubFixture
{
    private string _folder = "";

    protected string HubFile => Path.Combine(_folder, "hub.json");

    /// <summary>Where Python modules of the tests lie.</summary>
    protected static string Fixtures => Path.Combine(AppContext.BaseDirectory, "Fixtures");

    [SetUp]
    public void MakeHub()
    {
        _folder = Directory.CreateTempSubdirectory("envhub-").FullName;
        WriteHub("""
            { "suites": { "pair": { "tasks": ["CartPole-v1", "MountainCar-v0"] } },
              "defaultExperiment": "short",
              "experiments": { "short": { "suite": "pair", "seeds": 2, "steps": 1500,
                "evaluation": { "points": 2, "episodes": 2, "finalEpisodes": 3 },
                "arms": { "dqn": { "learner": "dqn" }, "both": { "learner": "multitask-dqn", "keepBest": true } } } } }
            """);
    }

    [TearDown]
    public void RemoveHub() => Directory.Delete(_folder, recursive: true);

    /// <summary>Writes hub.json with the repository's plugins.</summary>
    protected void WriteHub(string json)
    {
        string plugins = JsonSerializer.Serialize(Path.Combine(RepositoryRoot(), "artifacts", "plugins"));
        File.WriteAllText(HubFile, json.Trim().Insert(1, $" \"plugins\": [{plugins}], \"runs\": \"runs\", "));
    }

    private protected async Task<Answer> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await HubCommand.RunAsync([.. args, "--hub", HubFile], new Terminal(output, error, IsOutputTerminal: false, IsErrorTerminal: false));
        return new(code, output.ToString(), error.ToString());
    }

    protected static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EnvHub.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
