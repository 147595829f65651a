using System.Text.Json;

namespace EnvHub.Hosting.Tests;

public sealed class HubSchemaTests
{
    private static readonly JsonElement Schema = JsonElement.Parse(HubSchema.Create(SampleHub.Catalog));

    [Test]
    public void Create_TheRepositorysPlugins_EqualsTheCommittedFile()
    {
        string committed = Path.Combine(RepositoryFolder.Path, "hub.schema.json"), received = Path.Combine(AppContext.BaseDirectory, "hub.schema.received.json");
        string schema = HubSchema.Create(HubCatalog.Load(new HubOptions { PluginFolders = RepositoryFolder.Plugins }));
        File.WriteAllText(received, schema);

        Assert.That(schema, Is.EqualTo(File.Exists(committed) ? File.ReadAllText(committed) : ""), $"The options changed: copy {received} over {committed}.");
    }

    [Test]
    public void Create_AnyRecord_AllowsNoOtherKeys() => Assert.That(Schema.GetProperty("additionalProperties").GetBoolean(), Is.False);

    [Test]
    public void Create_HubOptions_HasTheKeysThatTheReaderTakes() =>
        Assert.That(Schema.GetProperty("properties").EnumerateObject().Select(key => key.Name),
            Is.EquivalentTo(new[] { "$schema", "plugins", "runs", "python", "defaultExperiment", "suites", "experiments" }));

    [Test]
    public void Create_RequiredProperties_AreRequired() =>
        Assert.That(Stage().GetProperty("required").EnumerateArray().Select(key => key.GetString()), Is.EqualTo(new[] { "name", "learner" }));

    [Test]
    public void Create_AnArm_HasALearnerOrStages() => Assert.That(
        Arm().GetProperty("oneOf").EnumerateArray().Select(choice => choice.GetProperty("required")[0].GetString()), Is.EqualTo(new[] { "learner", "stages" }));

    [Test]
    public void Create_ALearner_HasItsOptionsBehindItsName() =>
        Assert.That(Arm().GetProperty("allOf").EnumerateArray().Select(rule =>
                (rule.GetProperty("if").GetProperty("properties").GetProperty("learner").GetProperty("const").GetString(),
                    rule.GetProperty("then").GetProperty("properties").GetProperty("options").GetProperty("$ref").GetString())),
            Is.EqualTo(SampleHub.Catalog.Learners.All.Select(learner => (learner.Name, $"#/definitions/{learner.Name}%20options"))));

    [TestCase("learningRate", """{"type":"number","exclusiveMinimum":0,"maximum":1,"default":0.5}""")]
    [TestCase("batchSize", """{"type":"integer","minimum":1,"default":32}""")]
    [TestCase("limit", """{"type":["integer","null"]}""")]
    [TestCase("isDouble", """{"type":"boolean","default":true}""")]
    [TestCase("note", """{"type":["string","null"]}""")]
    [TestCase("seed", """{"type":"integer","minimum":0,"default":0}""")]
    [TestCase("weights", """{"type":"object","additionalProperties":{"type":"number"}}""")]
    public void Create_AnOption_HasTypeRangeAndDefault(string option, string expected) =>
        Assert.That(JsonElement.DeepEquals(Option(option), JsonElement.Parse(expected)), Is.True, () => Option(option).GetRawText());

    [Test]
    public void Create_NestedRecord_HasTheOwnersDefaults()
    {
        var network = Option("network").GetProperty("properties");

        Assert.That(JsonElement.DeepEquals(network.GetProperty("hidden").GetProperty("default"), JsonElement.Parse("[64]")), Is.True);
        Assert.That(JsonElement.DeepEquals(network.GetProperty("choice"), JsonElement.Parse("""{"enum":["firstChoice","second"],"default":"second"}""")), Is.True);
    }

    [Test]
    public void Create_PropertiesWithSummaries_DescribesThem() =>
        Assert.That(Arm().GetProperty("properties").GetProperty("keepBest").GetProperty("description").GetString(),
            Is.EqualTo("Whether the weights of the best evaluation are kept too. Default false."));

    [Test]
    public void Create_ATask_IsAnIdOrAnObject() =>
        Assert.That(Schema.GetProperty("properties").GetProperty("suites").GetProperty("additionalProperties").GetProperty("properties")
            .GetProperty("tasks").GetProperty("items").GetProperty("anyOf").GetArrayLength(), Is.EqualTo(2));

    private static JsonElement Arm() => Schema.GetProperty("properties").GetProperty("experiments").GetProperty("additionalProperties")
        .GetProperty("properties").GetProperty("arms").GetProperty("additionalProperties");

    private static JsonElement Stage() => Arm().GetProperty("properties").GetProperty("stages").GetProperty("items");

    private static JsonElement Option(string name) => Schema.GetProperty("definitions").GetProperty("single options").GetProperty("properties").GetProperty(name);
}
