using System.Reflection;
using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

/// <summary>Trials of the hub's own plugins, loaded as any.</summary>
public sealed class PluginTrialTests
{
    [TestCase("dqn", "CartPole-v1")]
    [TestCase("multitask-dqn", "CartPole-v1", "MountainCar-v0")]
    public void Round_AfterWarmUp_AllocatesNothing(string learner, params string[] environments)
    {
        using var loop = new TrialLoop(Trial(learner, environments));
        for (int i = 0; i < 1500; i++) loop.Round();

        Assert.That(AllocationMeter.Measure(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                loop.Round();
                loop.Measures.Read();
            }
        }), Is.Zero);
        Assert.That(loop.Measures.Overall(MeasureSpec.Updates), Is.GreaterThan(100), "the rounds that were measured learned");
    }

    private static Trial Trial(string learner, string[] environments)
    {
        string plugins = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "PluginsFolder").Value!;
        var catalog = HubCatalog.Load(new HubOptions { Root = plugins, PluginFolders = [plugins], RunsFolder = plugins, Suites = NoSuites, Experiments = NoExperiments });
        return TrialList.Of(ExperimentPlanner.Plan(catalog, new TrainRequest { Environments = environments, Learner = learner, Steps = 100_000 }))[0];
    }

    private static readonly Dictionary<string, SuiteOptions> NoSuites = [];

    private static readonly Dictionary<string, ExperimentOptions> NoExperiments = [];
}
