using System.Text;
using EnvHub.Hosting;
using EnvHub.Networks;
using EnvHub.Python;

namespace EnvHub.Fuzzing;

/// <summary>Inputs that were once read wrongly, with their right answers.</summary>
public sealed class FoundInputTests
{
    [TestCase("family", "narrow.txt", "2 together, as no two are alike")]
    [TestCase("family", "surrogate.txt", "a number beyond what a double holds")]
    [TestCase("safetensors", "overflow.safetensors", null, Description = "an empty array of three long axes is one of no values")]
    [TestCase("checkpoint", "duplicate.ckpt", "EH3715 step-1.ckpt: the checkpoint cannot be read: 'same' is there twice")]
    [TestCase("metrics", "case-3.csv", "EH3506")]
    [TestCase("result", "case-2.json", "EH3506")]
    [TestCase("result", "best-without-returns.json", "EH3506")]
    [TestCase("config", "case-0.json", "EH3506")]
    [TestCase("config", "case-1.json", "EH3506")]
    [TestCase("config", "case-4.json", "EH3")]
    [TestCase("config", "case-5.json", "EH3506")]
    [TestCase("config", "case-6.json", "EH3506")]
    [TestCase("config", "case-7.json", "EH3506")]
    public void Corpus_Input_IsAnswered(string target, string file, string? answer)
    {
        byte[] input = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Corpus", target, file));
        void Read() => FuzzTargets.All.Single(known => known.Name == target).Read(input);

        if (answer is null) Assert.That(Read, Throws.Nothing);
        else Assert.That(Read, Throws.InstanceOf<HubException>().With.Message.Contain(answer));
    }

    [TestCase("[2147483647, 2147483647, 2147483647]", "0, 0", "EH1525")]
    [TestCase("[-1]", "0, 0", "EH1525")]
    [TestCase("[1]", "9223372036854775807, -9223372036854775805", "EH1525")]
    public void SafeTensors_ImpossiblePlace_IsRefused(string shape, string place, string code)
    {
        byte[] header = Encoding.UTF8.GetBytes($"{{\"a\":{{\"dtype\":\"F32\",\"shape\":{shape},\"data_offsets\":[{place}]}}}}");

        Assert.That(() => new SafeTensorsReader([.. BitConverter.GetBytes((long)header.Length), .. header]),
            Throws.InstanceOf<HubException>().With.Property("Code").EqualTo(code));
    }

    [TestCase("length in [1, 1.0000000000000007], 4 train, 0 held out", "Asked")]
    [TestCase("length in [1, 1.0000000000000007], 5 train, 0 held out", "4 together, as no two are alike")]
    [TestCase("length in {\"\\ud800\", 1}", "half of a surrogate pair")]
    [TestCase("length in {[[1]], 1}", "Write this part in one of these forms")]
    public void Family_RangeAtAnEdge_EndsAtOnce(string part, string answer)
    {
        void Read() => ConfigurationReaders.Family(Encoding.UTF8.GetBytes($"CartPole-v1 with {part}"));

        // Four numbers in a range that holds four: each is drawn.
        if (answer == "Asked") Assert.That(Read, Throws.Nothing);
        else Assert.That(Read, Throws.InstanceOf<HubException>().With.Message.Contain(answer));
    }

    [TestCase(1.0, 1, 2.0)]
    [TestCase(-double.Epsilon, 2, 3.0, Description = "both zeros are one")]
    public void RangeWidth_Linear_CountsTheDoublesBetween(double low, int steps, double count)
    {
        double high = low;
        for (int i = 0; i < steps; i++) high = Math.BitIncrement(high);

        Assert.That(RangeWidth.RealValues(low, high, RangeScale.Linear), Is.EqualTo(count));
    }

    [Test]
    public void RangeWidth_LogarithmsThatAreOne_HoldOneValue() =>
        Assert.That(RangeWidth.RealValues(1e300, Math.BitIncrement(1e300), RangeScale.Log), Is.EqualTo(1));

    [TestCase("a.b={\"x\":1,\"x\":2}", "an object with a key twice")]
    [TestCase("a=1e400", "a number beyond what a double holds")]
    [TestCase("a=\"\\ud800\"", "half of a surrogate pair")]
    [TestCase("a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a=1", "key=value")]
    public void Assignment_NoValue_IsAFault(string assignment, string answer)
    {
        var faults = new List<ConfigurationFault>();

        OptionAssignments.Parse([assignment], faults);

        Assert.That(faults.Single().ToString(), Does.Contain(answer));
    }

    [TestCase("{\"id\":\"a\",\"id\":\"b\"}")]
    [TestCase("{\"id\":\"a\",\"autoreset\":\"7\"}")]
    [TestCase("{\"id\":\"\\ud800\"}")]
    [TestCase("[]")]
    public void ServedRequest_NotOfTheForm_IsRefused(string line) =>
        Assert.That(() => ServedRequest.Read(line), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH4650"));

    [Test]
    public void SharedLayout_MoreThanAnArrayHolds_IsRefused() =>
        Assert.That(() => new SharedLayout(65_536, 65_536, 0), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH4602"));
}
