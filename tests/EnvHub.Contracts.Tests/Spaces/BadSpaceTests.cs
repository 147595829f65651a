namespace EnvHub.Contracts.Tests;

/// <summary>What no space is made of, and what no value of one is.</summary>
public sealed class BadSpaceTests
{
    [Test]
    public void BoxSpace_NaNBound_Refuses() => Refusal.Expect("EH1002", () => _ = new BoxSpace<double>([double.NaN], [1], [1]), "NaN");

    [Test]
    public void BoxSpace_LowAboveHighBySixtyFourBits_Refuses() =>
        Refusal.Expect("EH1002", () => _ = new BoxSpace<long>([long.MaxValue], [long.MaxValue - 1], [1]));

    [Test]
    public void BoxSpace_OfFloat_PointsToTheFloatBox() => Refusal.Expect("EH1017", () => _ = new BoxSpace<float>([0], [1], [1]), "BoxSpace");

    [Test]
    public void BoxSpace_OpenUnsigned_Refuses() => Refusal.Expect("EH1018", () => _ = new BoxSpace<byte>([0], [1], [1], [true]), "uint8");

    [Test]
    public void Sample_RangeBeyondADouble_Refuses() =>
        Refusal.Expect("EH1016", () => BoxSpace.UniformOf(-1e308, 1e308, 1).CreateSampler(1).Sample());

    [Test]
    public void DiscreteSpace_BeyondItsType_Refuses() => Refusal.Expect("EH1003", () => _ = new DiscreteSpace(10, 120, ElementType.Int8), "int8");

    [Test]
    public void DiscreteSpace_OfFloats_Refuses() => Refusal.Expect("EH1017", () => _ = new DiscreteSpace(2, 0, ElementType.Float64));

    [Test]
    public void TextSpace_CharacterTwice_Refuses() => Refusal.Expect("EH1020", () => _ = new TextSpace(3, 1, "aba"), "'a'");

    [Test]
    public void TextSpace_SmallestAboveLargest_Refuses() => Refusal.Expect("EH1019", () => _ = new TextSpace(1, 2));

    [Test]
    public void DictSpace_KeyTwice_Refuses() =>
        Refusal.Expect("EH1024", () => _ = new DictSpace(("a", new DiscreteSpace(2)), ("a", new DiscreteSpace(3))), "'a'");

    [Test]
    public void DictSpace_PlainMapping_IsSorted() =>
        Assert.That(new DictSpace(new Dictionary<string, Space> { ["b"] = new DiscreteSpace(2), ["a"] = new DiscreteSpace(3) }).Keys, Is.EqualTo(new[] { "a", "b" }));

    [Test]
    public void OneOfSpace_OfNothing_Refuses() => Refusal.Expect("EH1023", () => _ = new OneOfSpace());

    [Test]
    public void GraphSpace_OfTexts_Refuses() => Refusal.Expect("EH1025", () => _ = new GraphSpace(new TextSpace(3)), "node");

    [Test]
    public void Write_PartOfAnotherType_Refuses() =>
        Refusal.Expect("EH1011", () => new TupleSpace(new DiscreteSpace(2)).Write(["left"], new float[1]), "String", "Discrete(2)");

    [Test]
    public void Write_ValueOfDifferingSize_Refuses() =>
        Refusal.Expect("EH1012", () => new SequenceSpace(new DiscreteSpace(2)).Write([1L], new float[1]), "Sequence");

    [TestCase("""{"type":"Bix"}""", "$.type")]
    [TestCase("""{"type":"Discrete"}""", "'n' is missing")]
    [TestCase("""{"type":"Discrete","n":"two"}""", "$.n")]
    [TestCase("""{"type":"Box","shape":[2],"dtype":"complex64","low":0,"high":1}""", "complex64")]
    [TestCase("""{"type":"Box","shape":[2],"dtype":"uint8","low":-1,"high":1}""", "$.low")]
    [TestCase("""{"type":"Box","shape":[2],"dtype":"int8","low":"inf","high":1}""", "$.low")]
    [TestCase("""{"type":"Box","shape":[2],"dtype":"float32","low":[0],"high":1}""", "the shape holds 2")]
    [TestCase("""{"type":"Tuple","spaces":[{"type":"Discrete","n":2},3]}""", "$.spaces[1]")]
    [TestCase("""[]""", "$")]
    public void Read_JsonOfNoSpace_SaysWhere(string json, string mention) =>
        Refusal.Expect("EH1013", () => SpaceJson.Read(System.Text.Json.Nodes.JsonNode.Parse(json)), mention);
}
