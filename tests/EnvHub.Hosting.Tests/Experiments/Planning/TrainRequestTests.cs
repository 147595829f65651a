namespace EnvHub.Hosting.Tests;

public sealed class TrainRequestTests
{
    private static readonly TrainRequest Request = new() { Environments = ["Pole-v1", "Hill-v0"], Learner = "single", Steps = 100 };

    [Test]
    public void Plan_ARequest_GivesOneArmNamedAsTheLearner()
    {
        var plan = ExperimentPlanner.Plan(SampleHub.Catalog, Request with { Seeds = 2, FirstSeed = 7, Copies = 3, KeepBest = true });

        Assert.That(plan.Tasks.Select(task => task.Spec.Name), Is.EqualTo(new[] { "Pole-v1", "Hill-v0" }));
        Assert.That(plan.Arms.Select(arm => (arm.Name, arm.Final.Steps, arm.Final.Copies, arm.Final.KeepBest)), Is.EqualTo(new[] { ("single", 100L, 3, true) }));
        Assert.That((plan.Name, plan.Seeds), Is.EqualTo(("train", new ulong[] { 7, 8 })));
    }

    [Test]
    public void Plan_Assignments_SetOptions()
    {
        var options = Options("batchSize=4", "network.hidden=[256,256]", "network.choice=firstChoice", "label=a=b", "note=\"3\"", "isDouble=false");

        Assert.That((options.BatchSize, options.Label, options.Note, options.IsDouble), Is.EqualTo((4, "a=b", "3", false)));
        Assert.That(options.Network.Hidden, Is.EqualTo(new[] { 256, 256 }));
        Assert.That(options.Network.Choice, Is.EqualTo(SampleChoice.FirstChoice));
    }

    [TestCase("batchSize", "--set batchSize", "key=value")]
    [TestCase("=3", "--set =3", "key=value")]
    [TestCase("batchSise=3", "--set batchSise", "Did you mean 'batchSize'?")]
    [TestCase("network.hidden=[0]", "--set network.hidden[0]", "a whole number in [1, 4096]")]
    [TestCase("batchSize=many", "--set batchSize", "a whole number of at least 1")]
    public void Plan_FaultyAssignment_NamesIt(string assignment, string path, string hint) =>
        AssertFault(Request with { Set = [assignment] }, path, hint);

    [TestCase("batchSize=1", "batchSize=2")]
    [TestCase("network=3", "network.hidden=[1]")]
    public void Plan_OneKeyTwice_IsAFault(string first, string second) =>
        AssertFault(Request with { Set = [first, second] }, $"--set {second[..second.IndexOf('=', StringComparison.Ordinal)]}", "each key once");

    [TestCase(0L, 1, 1, "--steps")]
    [TestCase(1L, 0, 1, "--seeds")]
    [TestCase(1L, 1, 0, "--copies")]
    public void Plan_NumberOutOfRange_NamesTheOption(long steps, int seeds, int copies, string path) =>
        AssertFault(Request with { Steps = steps, Seeds = seeds, Copies = copies }, path, "a whole number");

    [Test]
    public void Plan_OneTaskUnderTwoNames_IsAFault() =>
        AssertFault(Request with { Environments = ["Pole-v1", "Pole"] }, "ENV[1]", "a second task named \"Pole-v1\"");

    [Test]
    public void Plan_UnknownEnvironment_SuggestsOne() => AssertFault(Request with { Environments = ["Hil-v0"] }, "ENV[0]", "Did you mean 'Hill-v0'?");

    private static SampleOptions Options(params string[] assignments) =>
        (SampleOptions)ExperimentPlanner.Plan(SampleHub.Catalog, Request with { Set = assignments }).Arms[0].Final.Options;

    private static void AssertFault(TrainRequest request, string path, string hint)
    {
        var faults = Assert.Throws<HubConfigurationException>(() => ExperimentPlanner.Plan(SampleHub.Catalog, request))!.Faults;
        Assert.That(faults.First(fault => fault.Path == path).ToString(), Does.Contain(hint));
    }
}
