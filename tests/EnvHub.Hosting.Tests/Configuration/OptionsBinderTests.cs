using System.Text.Json;

namespace EnvHub.Hosting.Tests;

public sealed class OptionsBinderTests
{
    [Test]
    public void Bind_NothingGiven_GivesTheDefaults() => Assert.That(Bind("{}").BatchSize, Is.EqualTo(32));

    [Test]
    public void Bind_UndefinedElement_GivesTheDefaults() =>
        Assert.That(OptionsBinder.Bind<SampleOptions>(default, "$", []).BatchSize, Is.EqualTo(32));

    [Test]
    public void Bind_EveryKindOfValue_GivesThem()
    {
        var options = Bind("""
            { "learningRate": 1e-3, "small": 0.1, "batchSize": 1e2, "limit": 200, "isDouble": false, "label": "a", "note": "b",
              "weights": { "x": 1, "y": 0.5 }, "seed": 18446744073709551615 }
            """);

        Assert.That((options.LearningRate, options.Small, options.BatchSize, options.Limit), Is.EqualTo((1e-3, 0.1f, 100, (int?)200)));
        Assert.That((options.IsDouble, options.Label, options.Note, options.Seed), Is.EqualTo((false, "a", "b", ulong.MaxValue)));
        Assert.That(options.Weights, Is.EqualTo(new Dictionary<string, double> { ["x"] = 1, ["y"] = 0.5 }));
    }

    [Test]
    public void Bind_NullWhereItIsAllowed_GivesNull() => Assert.That(Bind("""{ "note": null, "limit": null }""").Note, Is.Null);

    [Test]
    public void Bind_NestedRecordInPart_KeepsTheOwnersOtherDefaults()
    {
        var network = Bind("""{ "network": { "hidden": [16, 16] } }""").Network;

        Assert.That(network.Hidden, Is.EqualTo(new[] { 16, 16 }));
        Assert.That(network.Choice, Is.EqualTo(SampleChoice.Second));
    }

    [Test]
    public void Bind_NamesOfJsonPropertyName_AreTheKeys() =>
        Assert.That(OptionsBinder.Bind<SampleSettings>(JsonElement.Parse("""{ "gravity": 1.5, "max_episode_steps": 7 }"""), "$", []),
            Is.EqualTo(new SampleSettings { Gravity = 1.5, MaxEpisodeSteps = 7 }));

    [TestCase("""{ "lerningRate": 1 }""", "$.lerningRate", "the unknown key 'lerningRate'", "Did you mean 'learningRate'?")]
    [TestCase("""{ "batchSize": 1, "batchSize": 2 }""", "$.batchSize", "the key a second time", "Remove one")]
    [TestCase("""{ "batchSize": "32" }""", "$.batchSize", "\"32\"", "a whole number of at least 1")]
    [TestCase("""{ "batchSize": 0 }""", "$.batchSize", "0", "a whole number of at least 1")]
    [TestCase("""{ "batchSize": 1.5 }""", "$.batchSize", "1.5", "a whole number of at least 1")]
    [TestCase("""{ "batchSize": 3000000000 }""", "$.batchSize", "3000000000", "a whole number")]
    [TestCase("""{ "limit": true }""", "$.limit", "true", "a whole number in [-2147483648, 2147483647], or null")]
    [TestCase("""{ "learningRate": 0 }""", "$.learningRate", "0", "a number in (0, 1]")]
    [TestCase("""{ "learningRate": 1e999 }""", "$.learningRate", "1e999", "a number in (0, 1]")]
    [TestCase("""{ "learningRate": "NaN" }""", "$.learningRate", "\"NaN\"", "a number in (0, 1]")]
    [TestCase("""{ "seed": -1 }""", "$.seed", "-1", "a whole number in [0, 18446744073709551615]")]
    [TestCase("""{ "isDouble": 1 }""", "$.isDouble", "1", "true or false")]
    [TestCase("""{ "label": null }""", "$.label", "null", "a text")]
    [TestCase("""{ "network": null }""", "$.network", "null", "an object with the keys hidden, choice")]
    [TestCase("""{ "network": 3 }""", "$.network", "3", "an object with the keys hidden, choice")]
    [TestCase("""{ "network": { "hidden": [8, 0] } }""", "$.network.hidden[1]", "0", "a whole number in [1, 4096]")]
    [TestCase("""{ "network": { "hidden": 8 } }""", "$.network.hidden", "8", "a list, each item a whole number in [1, 4096]")]
    [TestCase("""{ "network": { "choice": "firstChoise" } }""", "$.network.choice", "\"firstChoise\"", "\"firstChoice\", \"second\"")]
    [TestCase("""{ "network": { "choice": "firstChoise" } }""", "$.network.choice", "\"firstChoise\"", "Did you mean 'firstChoice'?")]
    [TestCase("""{ "weights": { "a b": "x" } }""", "$.weights['a b']", "\"x\"", "a number")]
    [TestCase("""{ "limit": 8 }""", "$.limit", "8", "It must be at least the batch size, 32.")]
    [TestCase("""[]""", "$", "a list of 0", "an object with the keys")]
    public void Bind_OneFault_SaysWhereWhatAndWhatMayBe(string json, string path, string found, string hint)
    {
        var fault = Faults<SampleOptions>(json).Single();

        Assert.That((fault.Path, fault.Found), Is.EqualTo((path, found)));
        Assert.That(fault.ToString(), Does.Contain(hint));
    }

    [TestCase("""{ "environment": "A-v1", "maxEpisodeSteps": 0 }""", "at least 1, or -1 for no limit")]
    public void Bind_RecordThatRefuses_SaysWhatMayBe(string json, string allowed) =>
        Assert.That(Faults<TaskOptions>(json).Single().Allowed, Is.EqualTo(allowed));

    [Test]
    public void Bind_RecordThatRefusesInOneSentence_SaysItAsWhatMayBe() =>
        Assert.That(Faults<SampleOptions>("""{ "limit": 8 }""").Single(), Is.EqualTo(
            new ConfigurationFault("$.limit", "8", "It must be at least the batch size, 32", "Change the value.")));

    [Test]
    public void Bind_ObjectThatIsKeptAsItIs_OutlivesItsDocument()
    {
        TaskOptions task;
        using (var document = JsonDocument.Parse("""{ "environment": "A-v1", "settings": { "kwargs": { "size": 4 } } }"""))
            task = OptionsBinder.Bind<TaskOptions>(document.RootElement, "$", []);

        Assert.That(task.Settings.GetProperty("kwargs").GetProperty("size").GetInt32(), Is.EqualTo(4));
    }

    [Test]
    public void Bind_RequiredKeysMissing_NamesEach() =>
        Assert.That(Faults<SampleRequired>("{}").Select(fault => (fault.Path, fault.Found)),
            Is.EqualTo(new[] { ("$.name", "nothing"), ("$.numbers", "nothing") }));

    [Test]
    public void Bind_SeveralFaults_GivesAllInTheFilesOrder() =>
        Assert.That(Faults<SampleOptions>("""{ "seed": "x", "network": { "hiden": [1] }, "batchSize": 0 }""").Select(fault => fault.Path),
            Is.EqualTo(new[] { "$.seed", "$.network.hiden", "$.batchSize" }));

    [Test]
    public void Bind_AFault_LeavesTheDefaultInItsPlace() =>
        Assert.That(OptionsBinder.Bind<SampleOptions>(JsonElement.Parse("""{ "batchSize": 0 }"""), "$", []).BatchSize, Is.EqualTo(32));

    private static SampleOptions Bind(string json)
    {
        var faults = new List<ConfigurationFault>();
        var options = OptionsBinder.Bind<SampleOptions>(JsonElement.Parse(json), "$", faults);
        Assert.That(faults, Is.Empty);
        return options;
    }

    private static List<ConfigurationFault> Faults<T>(string json) where T : class
    {
        var faults = new List<ConfigurationFault>();
        OptionsBinder.Bind<T>(JsonElement.Parse(json), "$", faults);
        return faults;
    }
}
