namespace EnvHub.Contracts.Tests;

public sealed class EnvironmentIdTests
{
    [TestCase("CartPole-v1", null, "CartPole", 1)]
    [TestCase("CartPole", null, "CartPole", null)]
    [TestCase("ALE/Pong-v5", "ALE", "Pong", 5)]
    [TestCase("my-lab:sub/Grid.World-2x2-v12", "my-lab:sub", "Grid.World-2x2", 12)]
    [TestCase("a_b:c.d-e", null, "a_b:c.d-e", null)]
    [TestCase("Name-v", null, "Name-v", null)]
    [TestCase("Name-v1-v2", null, "Name-v1", 2)]
    [TestCase("Name-v-3", null, "Name-v-3", null)]
    public void Parse_GymnasiumsForm_ReadsItsParts(string text, string? @namespace, string name, int? version) =>
        Assert.That(EnvironmentId.Parse(text), Is.EqualTo(new EnvironmentId(@namespace, name, version)));

    [Test]
    public void Text_InPlaceOfAnId_IsReadAsOne()
    {
        EnvironmentId id = "my-lab/Maze-v0";
        Assert.That(id, Is.EqualTo(new EnvironmentId("my-lab", "Maze", 0)));
        Assert.That(() => { EnvironmentId bad = "a/b/c-v1"; }, Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH1010"));
    }

    [TestCase(""), TestCase("a/b/c-v1"), TestCase("Cart Pole-v1"), TestCase("/Name-v1"), TestCase("ns/"), TestCase("a.b/Name"), TestCase("Name-v1\n")]
    [TestCase("Name!"), TestCase("Name-v99999999999")]
    public void Parse_AnotherForm_Refuses(string text) => Refusal.Expect("EH1010", () => EnvironmentId.Parse(text), $"'{text}'");

    [TestCase("CartPole-v1"), TestCase("ALE/Pong-v5"), TestCase("Grid")]
    public void ToString_Parsed_IsTheText(string text) => Assert.That(EnvironmentId.Parse(text).ToString(), Is.EqualTo(text));

    [Test]
    public void FullName_Versioned_LeavesTheVersionOut() => Assert.That(EnvironmentId.Parse("ALE/Pong-v5").FullName, Is.EqualTo("ALE/Pong"));
}
