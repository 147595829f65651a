using System.Text.Json;

namespace EnvHub.Hosting.Tests;

public sealed class FamilyTests
{
    private static readonly HubCatalog Native = HubCatalog.Load(new HubOptions { PluginFolders = RepositoryFolder.Plugins });

    [Test]
    public void Suite_FamilyOf64_HasTrainAndHeldOutMembersByName()
    {
        var suite = Suite("""{ "families": [{ "environment": "CartPole-v1", "name": "cartpole", "vary": { "length": [0.25, 2] } }] }""");

        Assert.That(suite.Train.Select(task => task.Spec.Name).Take(2), Is.EqualTo(new[] { "cartpole/train-01", "cartpole/train-02" }));
        Assert.That((suite.Train.Count, suite.HeldOut.Count, suite.HeldOut[^1].Spec.Name), Is.EqualTo((48, 16, "cartpole/held-out-16")));
    }

    [Test]
    public void Suite_TextAndObject_DrawTheSame()
    {
        var text = Suite("""{ "tasks": ["CartPole-v1 with length in [0.25, 2], gravity in [5, 20] log, force sign random, 8 train, 4 held out, seed 3"] }""");
        var form = Suite("""
            { "families": [{ "environment": "CartPole-v1", "seed": 3, "train": 8, "heldOut": 4,
              "vary": { "length": [0.25, 2], "gravity": { "low": 5, "high": 20, "scale": "log" }, "forceSign": { "choices": [1, -1] } } }] }
            """);

        Assert.That(text.All.Select(task => (task.Spec.Name, task.Settings)), Is.EqualTo(form.All.Select(task => (task.Spec.Name, task.Settings))));
    }

    [Test]
    public void Suite_UniformRange_IsUniform()
    {
        double[] lengths = [.. Numbers(Suite(Family("""{ "length": [0.5, 1.5] }""", "\"train\": 2000, \"heldOut\": 0")), "length")];

        // The mean of 2000 uniform values has a standard deviation of 0.0065; their variance is 1/12 with one of 0.0017.
        double mean = lengths.Average(), variance = lengths.Average(length => (length - mean) * (length - mean));
        Assert.That((lengths.Min(), lengths.Max()), Is.EqualTo((0.5, 1.5)).Using<(double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) < 0.01 && Math.Abs(a.Item2 - b.Item2) < 0.01));
        Assert.That(mean, Is.EqualTo(1).Within(0.026));
        Assert.That(variance, Is.EqualTo(1 / 12.0).Within(0.007));
    }

    [Test]
    public void Suite_LogRange_HasUniformLogarithms()
    {
        double[] logs = [.. Numbers(Suite(Family("""{ "gravity": { "low": 1, "high": 100, "scale": "log" } }""", "\"train\": 2000")), "gravity").Select(Math.Log10)];

        // Standard deviation of the mean: 2 / sqrt(12 * 2000) = 0.013.
        Assert.That(logs.Average(), Is.EqualTo(1).Within(0.052));
        Assert.That(logs, Is.All.InRange(0, 2));
    }

    [Test]
    public void Suite_WholeNumbers_TakeBothEnds() =>
        Assert.That(Numbers(Suite(Family("""{ "max_episode_steps": [10, 14] }""", "\"train\": 4, \"heldOut\": 1")), "max_episode_steps").Order(),
            Is.EqualTo(new double[] { 10, 11, 12, 13, 14 }));

    [Test]
    public void Suite_Random_GivesFlagsBothValues() =>
        Assert.That(Suite(Family("""{ "sutton_barto_reward": "random" }""", "\"train\": 1, \"heldOut\": 1")).All
            .Select(task => Setting(task, "sutton_barto_reward").GetBoolean()), Is.EquivalentTo(new[] { false, true }));

    [Test]
    public void Suite_MoreMembers_LeaveTheOthersAsTheyAre()
    {
        const string Vary = """{ "length": [0.25, 2], "force_sign": "random" }""";
        var (few, many) = (Suite(Family(Vary, "\"train\": 5, \"heldOut\": 3")), Suite(Family(Vary, "\"train\": 50, \"heldOut\": 20")));

        Assert.That(many.Train.Take(5).Select(task => task.Settings), Is.EqualTo(few.Train.Select(task => task.Settings)));
        Assert.That(many.HeldOut.Take(3).Select(task => task.Settings), Is.EqualTo(few.HeldOut.Select(task => task.Settings)));
    }

    [Test]
    public void Suite_AnotherSettingDrawn_LeavesTheFirstAsItIs() =>
        Assert.That(Numbers(Suite(Family("""{ "gravity": [5, 20], "length": [0.25, 2] }""")), "length"),
            Is.EqualTo(Numbers(Suite(Family("""{ "length": [0.25, 2] }""")), "length")));

    [Test]
    public void Suite_AnotherFamilyBefore_LeavesAFamilyAsItIs()
    {
        var alone = Suite("""{ "tasks": ["CartPole-v1 with length in [0.25, 2]"] }""");
        var second = Suite("""{ "tasks": ["MountainCar-v0 with gravity in [0.002, 0.003]", "CartPole-v1 with length in [0.25, 2]"] }""");

        Assert.That(second.Train.Skip(48).Select(task => task.Settings), Is.EqualTo(alone.Train.Select(task => task.Settings)));
    }

    [Test]
    public void Suite_AnotherSeed_DrawsOthers() =>
        Assert.That(Numbers(Suite(Family("""{ "length": [0.25, 2] }""", "\"seed\": 2")), "length"),
            Has.None.AnyOf([.. Numbers(Suite(Family("""{ "length": [0.25, 2] }""")), "length")]));

    [Test]
    public void Suite_FewDifferentMembers_AreAllDifferent()
    {
        var suite = Suite(Family("""{ "force_sign": "random", "gravity": { "choices": [5, 10, 20] } }""", "\"train\": 4, \"heldOut\": 2"));

        Assert.That(suite.All.Select(task => task.Settings), Is.Unique);
    }

    [Test]
    public void Suite_FixedSettings_HoldForAllMembers() =>
        Assert.That(Numbers(Suite(Family("""{ "length": [0.25, 2] }""", "\"settings\": { \"gravity\": 3 }, \"maxEpisodeSteps\": 77")), "gravity"), Is.All.EqualTo(3));

    [Test]
    public void Suite_TasksAndFamilies_TasksAreTrainedOn()
    {
        var suite = Suite("""{ "tasks": ["MountainCar-v0"], "families": ["CartPole-v1 with length in [1, 2], 2 train, 1 held out"] }""");

        Assert.That(suite.Train.Select(task => task.Spec.Name), Is.EqualTo(new[] { "MountainCar-v0", "CartPole-v1/train-01", "CartPole-v1/train-02" }));
    }

    [Test]
    public void Suite_NoFamilies_HoldsNothingOut() => Assert.That(Suite("""{ "tasks": ["MountainCar-v0"] }""").HeldOut, Is.Empty);

    [TestCase("""{ "lenght": [1, 2] }""", "vary.lenght", "the unknown setting 'lenght'", "Did you mean 'length'?")]
    [TestCase("""{ "length": [1, 20] }""", "vary.length[1]", "20", "a number in [0.05, 5]")]
    [TestCase("""{ "length": [2, 1] }""", "vary.length", "the range [2, 1]", "a lower number, then a higher one")]
    [TestCase("""{ "length": [1, 1] }""", "vary.length", "the range [1, 1]", "a lower number, then a higher one")]
    [TestCase("""{ "length": "random" }""", "vary.length", "\"random\"", "a number in [0.05, 5]")]
    [TestCase("""{ "length": 1 }""", "vary.length", "1", "[low, high]")]
    [TestCase("""{ "force_mag": { "low": -1, "high": 1, "scale": "log" } }""", "vary.force_mag", "over logarithms", "numbers above 0")]
    [TestCase("""{ "force_sign": [-1, 1] }""", "vary.force_sign", "the range [-1, 1]", "choices of 1, -1")]
    [TestCase("""{ "force_sign": { "choices": [-1, 0] } }""", "vary.force_sign.choices[1]", "0", "1, -1")]
    [TestCase("""{ "gravity": { "choices": [7] } }""", "vary.gravity.choices", "1 different values", "two values or more")]
    [TestCase("""{ "max_episode_steps": [1.5, 3] }""", "vary.max_episode_steps[0]", "1.5", "a whole number")]
    [TestCase("""{ "masscart": [1, 2] }""", "vary.masscart", "has a value in \"settings\" too", "either of them")]
    [TestCase("""{ "force_sign": "random", "forceSign": "random" }""", "vary.forceSign", "a second time", "each setting once")]
    [TestCase("{}", "vary", "an object", "one key per setting")]
    [TestCase("""{ "force_sign": "random" }""", "", "48 members to train on and 16 held out", "2 together")]
    public void Suite_FaultyRange_NamesItsPath(string vary, string path, string found, string allowed)
    {
        var faults = Faults(Family(vary, "\"settings\": { \"masscart\": 1 }"));

        Assert.That(faults.Single().Path, Is.EqualTo($"$.suites.s.families[0]{(path.Length > 0 ? "." : "")}{path}"));
        Assert.That(faults[0].Found, Does.Contain(found));
        Assert.That($"{faults[0].Allowed} {faults[0].Message}", Does.Contain(allowed));
    }

    [Test]
    public void Suite_ValuesThatDoNotFitTogether_NameTheFirstSuchMember() =>
        Assert.That(Faults(Family("""{ "initial_state_upper": [-0.1, 0.1] }""")).Select(fault => fault.Message),
            Has.Exactly(1).Matches("^Member CartPole-v1/train-0[1-9]: initial_state_lower is -0.05 and initial_state_upper is -0.0"));

    [Test]
    public void Suite_SeveralFaults_GivesAllAtOnce() =>
        Assert.That(Faults("""
            { "tasks": ["CartPole-v1 with length in [2, 1], gravty in [1, 2]", "Nowhere-v0"],
              "families": [{ "environment": "CartPole-v1", "name": "other", "settings": { "masscart": 0 }, "vary": { "length": [1, 9] } }] }
            """).Select(fault => fault.Path), Is.EqualTo(new[]
            {
                "$.suites.s.tasks[0].length", "$.suites.s.tasks[0].gravty", "$.suites.s.tasks[1]",
                "$.suites.s.families[0].vary.length[1]", "$.suites.s.families[0].settings.masscart",
            }));

    [TestCase("CartPole-v1 with")]
    [TestCase("CartPole-v1 with length")]
    [TestCase("CartPole-v1 with length in [1 2]")]
    [TestCase("CartPole-v1 with length in [1, 2], 0 train")]
    [TestCase("CartPole-v1 where length in [1, 2]")]
    [TestCase("CartPole-v1 with length in [1, 2], length in [1, 3]")]
    [TestCase("CartPole-v1 with length in [1, 2],")]
    public void Suite_TextOfAnotherForm_ShowsTheForm(string text)
    {
        var fault = Faults(JsonSerializer.Serialize(new { tasks = new[] { text } })).Single();

        Assert.That((fault.Path, fault.Allowed.Contains("NAME in [LOW, HIGH]", StringComparison.Ordinal)), Is.EqualTo(("$.suites.s.tasks[0]", true)));
    }

    [Test]
    public void Suite_SecondFamilyOfTheSameName_IsOneFault() =>
        Assert.That(Faults("""{ "tasks": ["CartPole-v1 with length in [1, 2]", "CartPole-v1 with gravity in [1, 2]"] }""").Single().Message, Does.Contain("\"name\""));

    [Test]
    public void Suite_ChoicesInWords_TakeTextsOfAnEnumeration() =>
        Assert.That(Suite("""{ "tasks": ["Acrobot-v1 with book or nips in {book, nips}, link mass 1 in [0.5, 2], 6 train, 2 held out"] }""").All, Has.Exactly(8).Items);

    [Test]
    public void Plan_FamilyOf64_TakesLittleTime()
    {
        string text = Family("""{ "length": [0.25, 2], "gravity": [5, 20], "force_sign": "random" }""");
        Suite(text);

        // 20 ms of processor time: what else the machine does is not counted, and the best of ten has least of the runtime's own work.
        Assert.That(Enumerable.Range(0, 10).Select(_ => TimeToPlan(text)), Has.Some.LessThan(TimeSpan.FromSeconds(1)));
    }

    private static TimeSpan TimeToPlan(string text)
    {
        var before = Environment.CpuUsage.TotalTime;
        Suite(text);
        return Environment.CpuUsage.TotalTime - before;
    }

    private static string Family(string vary, string more = "\"seed\": 1") => $$"""{ "families": [{ "environment": "CartPole-v1", "vary": {{vary}}, {{more}} }] }""";

    private static IReadOnlyList<ConfigurationFault> Faults(string suite) => Assert.Throws<HubConfigurationException>(() => Suite(suite))!.Faults;

    private static SuitePlan Suite(string suite)
    {
        var faults = new List<ConfigurationFault>();
        var options = new HubOptions
        {
            Suites = new Dictionary<string, SuiteOptions> { ["s"] = OptionsBinder.Bind<SuiteOptions>(JsonElement.Parse(suite), "$.suites.s", faults) },
            Experiments = new Dictionary<string, ExperimentOptions>
            {
                ["e"] = new() { Suite = "s", Steps = 1, Arms = new Dictionary<string, ArmOptions> { ["a"] = new() { Learner = "multitask-dqn" } } },
            },
        };
        Assert.That(faults, Is.Empty);
        var plan = ExperimentPlanner.Plan(options, Native, "e", new());
        return new() { Name = plan.Suite, Train = plan.Tasks, HeldOut = plan.HeldOut };
    }

    private static IEnumerable<double> Numbers(SuitePlan suite, string setting) => suite.All.Select(task => Setting(task, setting).GetDouble());

    private static JsonElement Setting(TaskPlan task, string setting) => JsonSerializer.SerializeToElement(task.Settings, task.Settings.GetType()).GetProperty(setting);
}
