using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class HubConfigurationReaderTests
{
    private const string Sound = """
        {
          // Comments and trailing commas are fine.
          "$schema": "./hub.schema.json",
          "plugins": ["artifacts/plugins", "/opt/plugins"],
          "runs": "records",
          "defaultExperiment": "both",
          "suites": { "pair": { "tasks": ["Pole-v1", { "environment": "Hill-v0", "name": "low", "settings": { "gravity": 1 }, "weight": 0.5, "maxEpisodeSteps": -1 }] } },
          "experiments": {
            "both": {
              "suite": "pair", "steps": 1000, "evaluation": { "points": 3 },
              "arms": { "one": { "learner": "single", "options": { "batchSize": 4 }, "steps": 500, "keepBest": true }, },
            },
          },
        }
        """;

    [Test]
    public void Read_SoundFile_GivesWhatItSays()
    {
        var options = Read(Sound);
        var (task, experiment) = (options.Suites["pair"].Tasks[1], options.Experiments["both"]);

        Assert.That(options.Suites["pair"].Tasks[0].Environment, Is.EqualTo("Pole-v1"));
        Assert.That((task.Environment, task.Name, task.Weight, task.MaxEpisodeSteps), Is.EqualTo(("Hill-v0", "low", 0.5, (int?)-1)));
        Assert.That(task.Settings.GetRawText(), Is.EqualTo("""{ "gravity": 1 }"""));
        Assert.That((experiment.Suite, experiment.Steps, experiment.Seeds, experiment.Evaluation.Points), Is.EqualTo(("pair", 1000, 5, 3)));
        Assert.That((experiment.Arms["one"].Learner, experiment.Arms["one"].Steps, experiment.Arms["one"].KeepBest), Is.EqualTo(("single", (long?)500, true)));
    }

    [Test]
    public void Read_RelativeFolders_StartFromTheFile()
    {
        using var folder = new TemporaryFolder();
        var options = HubConfigurationReader.Read(folder.Write("hub.json", Sound));

        Assert.That(options.PluginFolders, Is.EqualTo(new[] { Path.Combine(folder.Path, "artifacts/plugins"), "/opt/plugins" }));
        Assert.That((options.Root, options.RunsFolder), Is.EqualTo((folder.Path, Path.Combine(folder.Path, "records"))));
    }

    [Test]
    public void Read_AFolder_ReadsItsHubJson()
    {
        using var folder = new TemporaryFolder();
        folder.Write("hub.json", Sound);

        Assert.That(HubConfigurationReader.Read(folder.Path).DefaultExperiment, Is.EqualTo("both"));
    }

    [Test]
    public void Read_NoFile_SaysWhereItLookedAndHowToMakeOne()
    {
        using var folder = new TemporaryFolder();
        Assert.That(() => HubConfigurationReader.Read(folder.Path), Throws.InstanceOf<HubException>()
            .With.Property(nameof(HubException.Code)).EqualTo("EH3001")
            .And.Message.Contains(Path.Combine(folder.Path, "hub.json")).And.Message.Contains("\"experiments\": {}"));
    }

    [Test]
    public void Read_NoJson_GivesLineAndColumn() =>
        Assert.That(Faults("{\n  \"runs\": runs\n}").Single().Found, Does.StartWith("no JSON at line 2, column 11"));

    [Test]
    public void Read_SeveralFaults_GivesAllAtOnce()
    {
        var faults = Faults("""
            {
              "plugin": [],
              "suites": { "pair": { "tasks": [] }, "other": { "tasks": [{ "enviroment": "A-v1" }] } },
              "experiments": { "both": { "suite": "pair", "seeds": 0, "steps": "many", "arms": {} } },
            }
            """);

        Assert.That(faults.Select(fault => fault.Path), Is.EqualTo(new[]
        {
            "$.plugin", "$.suites.pair.tasks", "$.suites.other.tasks[0].enviroment", "$.suites.other.tasks[0].environment",
            "$.experiments.both.seeds", "$.experiments.both.steps", "$.experiments.both.arms",
        }));
    }

    [TestCase("\"defaultExperiment\": \"both\"", "\"defaultExperiment\": \"bath\"", "$.defaultExperiment", "Did you mean 'both'?")]
    [TestCase("\"suite\": \"pair\"", "\"suite\": \"pear\"", "$.experiments.both.suite", "Did you mean 'pair'?")]
    [TestCase("\"name\": \"low\"", "\"name\": \"Pole-v1\"", "$.suites.pair.tasks[1]", "each name once in a suite")]
    [TestCase("\"maxEpisodeSteps\": -1", "\"maxEpisodeSteps\": 0", "$.suites.pair.tasks[1].maxEpisodeSteps", "at least 1, or -1")]
    [TestCase("\"learner\": \"single\", ", "", "$.experiments.both.arms.one.learner", "Add this key.")]
    [TestCase("\"both\": {", "\"both\": {}, \"both\": {", "$.experiments.both", "each key once")]
    public void Read_OneFault_NamesItsPath(string sound, string faulty, string path, string hint) =>
        Assert.That(Faults(Sound.Replace(sound, faulty, StringComparison.Ordinal)).Select(fault => $"{fault}"),
            Has.Some.StartsWith(path + ": ").And.Some.Contains(hint));

    [Test]
    public void Read_AFaultInOneExperiment_StillChecksTheOthersNames() =>
        Assert.That(Faults("""
            {
              "suites": { "pair": { "tasks": ["A-v1"] } },
              "experiments": {
                "first": { "suite": "pear", "steps": 1, "arms": { "a": { "learner": "x" } } },
                "second": { "suite": "pair", "steps": 0, "arms": { "a": { "learner": "x" } } }
              }
            }
            """).Select(fault => fault.Path), Is.EquivalentTo(new[] { "$.experiments.first.suite", "$.experiments.second.steps" }));

    [Test]
    public void Read_Faults_AreInTheMessage() =>
        Assert.That(() => Read("""{ "run": 1, "plugins": 2 }"""), Throws.InstanceOf<HubConfigurationException>()
            .With.Message.Contains("2 faults").And.Message.Contains("$.run: found").And.Message.Contains("$.plugins: found"));

    private static HubOptions Read(string text)
    {
        using var folder = new TemporaryFolder();
        return HubConfigurationReader.Read(folder.Write("hub.json", text));
    }

    private static IReadOnlyList<ConfigurationFault> Faults(string text) =>
        Assert.Throws<HubConfigurationException>(() => Read(text))!.Faults;
}
