namespace EnvHub.Hosting.Tests;

public sealed class HubCheckTests
{
    [Test]
    public void Check_TheRepositorysHub_HasNoFaults() => Assert.That(ExperimentPlanner.Check(RepositoryFolder.Path), Is.Empty);

    [Test]
    public void Check_FaultsOfFormAndOfContent_GivesBoth()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("hub.json", """
            {
              "plugins": [],
              "suites": { "s": { "tasks": ["A-v1"] } },
              "experiments": {
                "first": { "suite": "s", "steps": 0, "arms": { "a": { "learner": "x" } } },
                "second": { "suite": "s", "steps": 1, "arms": { "a": { "learner": "x" } } }
              }
            }
            """);

        Assert.That(ExperimentPlanner.Check(file).Select(fault => fault.Path),
            Is.EqualTo(new[]
            {
                "$.experiments.first.steps", "$.suites.s.tasks[0]", "$.experiments.first.arms.a.learner", "$.experiments.second.arms.a.learner",
            }));
    }
}
