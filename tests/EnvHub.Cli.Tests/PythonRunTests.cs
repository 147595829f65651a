using System.Text.Json;
using EnvHub.TestKit;

namespace EnvHub.Cli.Tests;

/// <summary>The Python package's reader of run folders, beside what the verbs say of the same run.</summary>
public sealed class PythonRunTests : HubFixture
{
    private const string Program = """
        import sys, json, warnings
        sys.path.insert(0, sys.argv[1])
        import envhub, numpy
        warnings.simplefilter("ignore")
        run = envhub.load_run(sys.argv[2])
        task = run.tasks[0]
        first = run.finished("dqn", task)[0]
        try:
            rows = len(run.frame())
        except ImportError:
            rows = sum(len(trial.tasks) for trial in run.trials)
        print(json.dumps({
            "arms": run.arms, "tasks": run.tasks, "experiment": run.experiment["experiment"], "leftOut": len(run.left_out),
            "means": {arm: {name: run.scores(name)[arm].mean() for name in run.tasks} for arm in run.arms},
            "finalOfEpisodes": first.returns(task).mean(), "final": first.tasks[task]["final"]["mean"],
            "curve": [part.tolist() for part in first.curve(task)], "end": {arm: float(numpy.mean([trial.curve(task)[1][-1] for trial in run.finished(arm, task)])) for arm in run.arms},
            "seed": first.config["seed"], "steps": int(first.metrics[task]["step"][-1]), "rows": rows}))
        """;

    private static string Package => Path.Combine(RepositoryRoot(), "src", "python");

    [Test]
    public async Task LoadRun_Compared_HasWhatTheVerbsSay()
    {
        var compared = await RunAsync("compare", "--json");
        string run = compared.Json.GetProperty("runFolder").GetString()!;
        var told = JsonElement.Parse(RealPython.Run(Program, Package, run));

        Assert.That(told.GetProperty("arms").Deserialize<string[]>(), Is.EqualTo((string[])["both", "dqn"]));
        Assert.That(told.GetProperty("tasks").Deserialize<string[]>(), Is.EqualTo((string[])["CartPole-v1", "MountainCar-v0"]));
        Assert.That((told.GetProperty("experiment").GetString(), told.GetProperty("leftOut").GetInt32(), told.GetProperty("steps").GetInt32()), Is.EqualTo(("short", 0, 1500)));
        foreach (var row in compared.Json.GetProperty("rows").EnumerateArray())
            Assert.That(told.GetProperty("means").GetProperty(row.GetProperty("arm").GetString()!).GetProperty(row.GetProperty("task").GetString()!).GetDouble(),
                Is.EqualTo(row.GetProperty("mean").GetDouble()).Within(1e-12));
        Assert.That(told.GetProperty("finalOfEpisodes").GetDouble(), Is.EqualTo(told.GetProperty("final").GetDouble()).Within(1e-12));
        Assert.That(told.GetProperty("curve")[0].Deserialize<long[]>(), Is.EqualTo((long[])[0, 750, 1500]));
        Assert.That(told.GetProperty("rows").GetInt32(), Is.EqualTo(8), "two arms, two seeds, two tasks");

        var plotted = await RunAsync("plot", run, "--task", "CartPole-v1", "--json");
        foreach (var curve in plotted.Json.GetProperty("curves").EnumerateArray())
            Assert.That(told.GetProperty("end").GetProperty(curve.GetProperty("arm").GetString()!).GetDouble(),
                Is.EqualTo(curve.GetProperty("points").EnumerateArray().Last().GetProperty("mean").GetDouble()).Within(1e-12));

        string damaged = Directory.GetFiles(run, "result.json", SearchOption.AllDirectories).First(file => file.Contains("seed-2", StringComparison.Ordinal));
        File.WriteAllText(damaged, File.ReadAllText(damaged)[..100]);
        Assert.That(JsonElement.Parse(RealPython.Run(Program, Package, run)).GetProperty("leftOut").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public void LoadRun_NoRun_SaysWhatToName() => Assert.That(RealPython.Run("""
        import sys
        sys.path.insert(0, sys.argv[1])
        import envhub
        try:
            envhub.load_run("/nowhere")
        except FileNotFoundError as fault:
            print(fault)
        """, Package), Does.Contain("/nowhere").And.Contain("envhub list runs"));
}
