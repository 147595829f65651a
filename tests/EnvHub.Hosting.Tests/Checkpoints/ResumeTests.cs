using System.Reflection;
using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

/// <summary>Trials of the hub's own plugins that are interrupted and go on.</summary>
[NonParallelizable]
public sealed class ResumeTests : RunFolderFixture
{
    private const int Steps = 1500, MostAttempts = 100;

    private static readonly string[] Small = ["learningStarts=200", "batchSize=16", "network.hidden=[16]"];

    private readonly HubCatalog _catalog = Load();
    private byte[] _undisturbed = [];

    [OneTimeSetUp]
    public void RunUndisturbed()
    {
        MakeFolder();
        _undisturbed = Model(Run(Plan()).Folder);
        RemoveFolder();
    }

    [Test]
    public void Resume_Cancelled_EndsWithTheSameBits()
    {
        var folder = Interrupted();

        var result = Resume(folder);

        Assert.That((result.Status, result.Resumes), Is.EqualTo((TrialState.Finished, 1)));
        Assert.That(Model(folder), Is.EqualTo(_undisturbed));
        Assert.That(result.Tasks.Select(task => task.RestartedEpisodes), Is.All.Zero);
        Assert.That(Checkpoints(folder), Is.Empty, "a finished trial needs none");
    }

    [Test]
    public void Resume_WrappersWithState_EndsWithTheSameBits()
    {
        string[] wrappers = ["StickyAction", "FrameStack", "NormalizeObservation", "NormalizeReward"];
        byte[] undisturbed = Model(Run(Plan(wrappers)).Folder);
        Directory.Move(Path.Combine(Runs, "train"), Path.Combine(Runs, "before"));
        var folder = Interrupted(wrappers);

        Resume(folder);

        Assert.That(Model(folder), Is.EqualTo(undisturbed));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Resume_NewestDamaged_UsesTheOneBefore(bool cutOff)
    {
        var folder = Interrupted();
        string newest = Checkpoints(folder)[^1];
        byte[] bytes = File.ReadAllBytes(newest);
        bytes[bytes.Length / 2] ^= 4;
        File.WriteAllBytes(newest, cutOff ? bytes[..(bytes.Length / 3)] : bytes);

        var result = Resume(folder);

        Assert.That(Model(folder), Is.EqualTo(_undisturbed));
        Assert.That(result.Messages, Has.Count.EqualTo(2));
        Assert.That(result.Messages[0], Does.Contain(Path.GetFileName(newest)).And.Contain(cutOff ? "cut off" : "damaged").And.Contain("The one before it is used."));
        Assert.That(result.Messages[1], Does.StartWith("resumed at step"));
    }

    [Test]
    public void Resume_NoneIsGood_BeginsAnew()
    {
        var folder = Interrupted();
        foreach (string file in Checkpoints(folder)) File.WriteAllText(file, "nothing");

        var result = Resume(folder);

        Assert.That(Model(folder), Is.EqualTo(_undisturbed));
        Assert.That(result.Resumes, Is.Zero);
        Assert.That(result.Messages[^1], Does.EndWith("The trial begins anew."));
    }

    [Test]
    public void Resume_CheckpointOfAnotherTrial_IsNotUsed()
    {
        var folder = Interrupted();
        string newest = Checkpoints(folder)[^1];
        var other = Interrupted(seed: 2);
        File.Copy(Checkpoints(other, 2)[^1], newest, overwrite: true);

        var result = Resume(folder);

        Assert.That(result.Messages[0], Does.StartWith("EH3709"));
        Assert.That(Model(folder), Is.EqualTo(_undisturbed));
    }

    [Test]
    [Platform("Linux")]
    public void Run_DiskFullForOneCheckpoint_GoesOnAndSaysSo()
    {
        var plan = Plan();
        var folder = RunFolder.Create(Runs, plan.Name, Clock);
        var runner = new ExperimentRunner(plan, folder, Plans.Provenance);
        string checkpoints = Directory.CreateDirectory(Path.Combine(Trial(folder), "checkpoints")).FullName;
        // The kernel's own refusal: whatever is written to that device finds the disk full.
        File.CreateSymbolicLink(Path.Combine(checkpoints, "step-000000000100.ckpt.tmp"), "/dev/full");

        var result = runner.Run(1, CancellationToken.None)[0];

        Assert.That(result.Status, Is.EqualTo(TrialState.Finished));
        Assert.That(result.Messages, Has.Count.EqualTo(2));
        Assert.That(result.Messages[0], Does.Contain("training goes on").And.Contain("No space left on device"));
        Assert.That(result.Messages[1], Does.Contain("written again"));
        Assert.That(Model(folder), Is.EqualTo(_undisturbed));
    }

    [Test]
    public void Run_Interrupted_KeepsTwoCheckpointsAndNothingElse()
    {
        var folder = Interrupted();

        Assert.That(Checkpoints(folder), Has.Length.EqualTo(2));
        Assert.That(Directory.GetFiles(Path.Combine(Trial(folder), "checkpoints")), Has.Length.EqualTo(2));
    }

    [Test]
    public void Resume_Finished_RunsNothing()
    {
        var folder = Run(Plan()).Folder;
        string result = Path.Combine(Trial(folder), "result.json");
        byte[] before = File.ReadAllBytes(result);

        Resume(folder);

        Assert.That(File.ReadAllBytes(result), Is.EqualTo(before), "a trial that runs writes its times");
    }

    [Test]
    public void Resume_Metrics_GoOnWithoutADoubleLine()
    {
        var folder = Interrupted();
        Resume(folder);

        Assert.That(File.ReadLines(Path.Combine(Trial(folder), "metrics.csv")).Skip(1).Select(line => line.Split(',')[0]),
            Is.EqualTo(from point in Enumerable.Range(0, 6) from task in (int[])[0, 1] select $"{point * Steps / 5}"));
    }

    [Test]
    public void RequireSame_OtherCode_NamesWhatChanged()
    {
        var folder = Interrupted();
        string path = Path.Combine(folder.Path, "experiment.json"), text = File.ReadAllText(path);
        int key = text.IndexOf("\"key\": \"", StringComparison.Ordinal) + 8;
        File.WriteAllText(path, text[..key] + (text[key] == '0' ? '1' : '0') + text[(key + 1)..]);
        var recorded = RecordedExperiment.Open(folder.Path, _catalog);

        Assert.That(() => recorded.RequireSame(Plans.Provenance with { DotNet = ".NET 99" }), Throws.TypeOf<HubException>()
            .With.Message.Contain(".NET was .NET test and is .NET 99").And.Property("Code").EqualTo("EH3712"));
    }

    [Test]
    public void RequireSame_OtherConfiguration_NamesThePlace()
    {
        var folder = Interrupted();
        string path = Path.Combine(folder.Path, "experiment.json");
        string text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("\"batchSize\": 16,", "", StringComparison.Ordinal));
        var recorded = RecordedExperiment.Open(folder.Path, _catalog);

        Assert.That(() => recorded.RequireSame(Plans.Provenance), Throws.TypeOf<HubException>()
            .With.Message.Contain("$.arms.multitask-dqn.options.batchSize was absent and is 64"));
    }

    [Test]
    public void Open_NoRunFolder_SaysWhatIsMissing() =>
        Assert.That(() => RecordedExperiment.Open(Runs, _catalog), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3711"));

    [Test]
    public void Open_EndedBeforeItBegan_SaysSo()
    {
        File.WriteAllText(Path.Combine(Runs, "experiment.json"), "");

        Assert.That(() => RecordedExperiment.Open(Runs, _catalog), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3714"));
    }

    [Test]
    public void Take_FolderInUse_IsRefusedUntilItIsFree()
    {
        using (RunLock.Take(Runs))
            Assert.That(() => RunLock.Take(Runs), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3710"));

        Assert.That(() => RunLock.Take(Runs).Dispose(), Throws.Nothing);
    }

    private static HubCatalog Load()
    {
        string plugins = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "PluginsFolder").Value!;
        return HubCatalog.Load(new HubOptions
        {
            Root = plugins,
            PluginFolders = [plugins],
            RunsFolder = plugins,
            Suites = new Dictionary<string, SuiteOptions>(),
            Experiments = new Dictionary<string, ExperimentOptions>(),
        });
    }

    private ExperimentPlan Plan(string[]? wrappers = null, ulong seed = 1) => ExperimentPlanner.Plan(_catalog, new TrainRequest
    {
        Environments = ["CartPole-v1", "MountainCar-v0"],
        Wrappers = wrappers ?? [],
        Learner = "multitask-dqn",
        Steps = Steps,
        FirstSeed = seed,
        Copies = 2,
        KeepBest = true,
        Set = Small,
        Evaluation = new EvaluationPlan { Points = 5, Episodes = 1, FinalEpisodes = 1 },
        Checkpoint = new CheckpointOptions { Steps = 100 },
    });

    // Cancelled at some moment of its second half: which one is as it comes. Once more where a busy machine noticed that moment too late.
    private RunFolder Interrupted(string[]? wrappers = null, ulong seed = 1)
    {
        var plan = Plan(wrappers, seed);
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            var folder = RunFolder.Create(Runs, plan.Name, Clock);
            var runner = new ExperimentRunner(plan, folder, Plans.Provenance);
            using var source = new CancellationTokenSource();
            var run = Task.Factory.StartNew(() => runner.Run(1, source.Token)[0], TaskCreationOptions.LongRunning);
            SpinWait.SpinUntil(() => run.IsCompleted || runner.Progress.Steps > Steps);
            source.Cancel();
            if (run.Result.Status == TrialState.Cancelled) return folder;
            Directory.Delete(folder.Path, recursive: true);
        }
        throw new AssertionException($"No run of {MostAttempts} was cancelled before it ended.");
    }

    private TrialResult Resume(RunFolder folder)
    {
        var recorded = RecordedExperiment.Open(folder.Path, _catalog);
        recorded.RequireSame(Plans.Provenance);
        return ExperimentRunner.Resume(recorded, folder, Plans.Provenance, failed: false).Run(1, CancellationToken.None)[0];
    }

    private static string Trial(RunFolder folder, int seed = 1) => Path.Combine(folder.Path, "multitask-dqn", $"seed-{seed}");

    private static byte[] Model(RunFolder folder) =>
        [.. File.ReadAllBytes(Path.Combine(Trial(folder), "model.safetensors")), .. File.ReadAllBytes(Path.Combine(Trial(folder), "best.safetensors"))];

    private static string[] Checkpoints(RunFolder folder, int seed = 1)
    {
        string path = Path.Combine(Trial(folder, seed), "checkpoints");
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*.ckpt") : [];
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}
