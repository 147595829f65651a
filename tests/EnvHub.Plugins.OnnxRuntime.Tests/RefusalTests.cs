using System.Text;

namespace EnvHub.Plugins.OnnxRuntime.Tests;

/// <summary>Files and options that will not do: each has its own message, and nothing crashes.</summary>
public sealed class RefusalTests
{
    // As protobuf writes them: a node's operator, the model's operator set.
    private static readonly byte[] OperatorGemm = [0x22, 4, .. "Gemm"u8];
    private static readonly byte[] OperatorSet14 = [0x42, 0x02, 0x10, 14];

    [Test]
    public void Open_CutOffAnywhere_SaysSo()
    {
        byte[] whole = RealOnnx.Model("cartpole");
        _ = RealOnnx.Folder;
        for (int length = 0; length < whole.Length; length += length < 300 ? 7 : 997)
        {
            var fault = Assert.Throws<HubException>(() => OnnxModel.Open(whole[..length], "a.onnx").Dispose(), $"{length} bytes");
            Assert.That(fault!.Code, Is.AnyOf("EH4912", "EH4916"), $"{length} bytes: {fault.Message}");
        }
    }

    [TestCase("not a model", "EH4912")]
    [TestCase("", "EH4912")]
    public void Open_WhatIsNoModel_SaysSo(string text, string code) => AssertRefused(Encoding.ASCII.GetBytes(text), code, "no ONNX model");

    [Test]
    public void Open_UnknownOperator_IsNamed() => AssertRefused(Replaced(RealOnnx.Model("scaled"), OperatorGemm, [0x22, 4, .. "Gemx"u8]), "EH4913", "Gemx");

    [Test]
    public void Open_NewerOperatorSet_SaysWhich() => AssertRefused(Replaced(RealOnnx.Model("scaled"), OperatorSet14, [0x42, 0x02, 0x10, 99]), "EH4914", "Opset 99");

    [Test]
    public void Read_FileOfTwoGigabytes_IsRefusedAtOnce()
    {
        string file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "large.onnx");
        using (var stream = File.Create(file)) stream.SetLength(1L << 31);   // no blocks are written
        try
        {
            Assert.That(Assert.Throws<HubException>(() => OnnxFile.Read(file))!.Message, Does.StartWith("EH4906").And.Contain("2,147,483,648 bytes"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("gone.onnx", "there is no such file")]
    [TestCase("", "it is empty")]
    [TestCase("/", "it is a folder")]
    public void Read_NoFile_SaysSo(string file, string expected) => Assert.That(Assert.Throws<HubException>(() => OnnxFile.Read(file))!.Message, Does.StartWith("EH4905").And.Contain(expected));

    [TestCase("cartpole", 3, 2, "EH4921", "[N, 4]", "[N, 3]")]
    [TestCase("cartpole", 4, 3, "EH4922", "[N, 2]", "[N, 3]")]
    [TestCase("catch", 4, 3, "EH4921", "[N, 4, 84, 84]", "[N, 4]")]
    public void Play_OfAnotherShape_SaysBoth(string model, int observations, int actions, string code, string given, string expected)
    {
        var fault = Assert.Throws<HubException>(() => RealOnnx.Play(model, Tasks.Of(Tasks.Box(observations), new DiscreteSpace(actions))));
        Assert.That(fault!.Message, Does.StartWith(code).And.Contain(given).And.Contain(expected));
    }

    // Two numbers that are no array: as many elements as the table's one state has, if its shape were asked.
    [Test]
    public void Play_CompositeObservationOfAnotherSize_IsRefused() =>
        Assert.That(Assert.Throws<HubException>(() => RealOnnx.Play("frozenlake", Tasks.Of(new TupleSpace([new DiscreteSpace(16), new DiscreteSpace(2)]), new DiscreteSpace(4))))!.Code, Is.EqualTo("EH4921"));

    [TestCase("input", "EH4917")]
    [TestCase("output", "EH4917")]
    [TestCase("layout", "EH4925")]
    [TestCase("offset", "EH4924")]
    [TestCase("scale", "EH4924")]
    [TestCase("infinite", "EH4924")]
    public void Play_OptionThatDoesNotFit_SaysWhatMayBe(string option, string code)
    {
        OnnxOptions options = option switch
        {
            "input" => new() { Input = "x" },
            "output" => new() { Output = "y" },
            "layout" => new() { Layout = ImageLayout.ChannelsFirst },
            "offset" => new() { Offset = [1, 2] },
            "scale" => new() { Scale = [0] },
            _ => new() { Offset = [double.NaN] },
        };
        Assert.That(Assert.Throws<HubException>(() => RealOnnx.Play("cartpole", Tasks.CartPole, options))!.Code, Is.EqualTo(code));
    }

    [Test]
    public void Play_ValuesOfContinuousActions_AreRefused() =>
        Assert.That(Assert.Throws<HubException>(() => RealOnnx.Play("pendulum", Tasks.Of(Tasks.Box(3), BoxSpace.Uniform(-2, 2, 1)), new() { Gives = OutputMeaning.Logits }))!.Message,
            Does.StartWith("EH4923").And.Contain("logits"));

    [Test]
    public void Act_ObservationThatIsNoNumber_IsAFault()
    {
        using var learner = RealOnnx.Play("cartpole", Tasks.CartPole);
        Assert.That(Assert.Throws<HubException>(() => learner.Policy.Act(0, new float[] { 0, float.NaN, 0, 0 }, new int[1]))!.Code, Is.EqualTo("EH4926"));
    }

    [Test]
    public void Act_NumberThatIsNoAction_IsAFault()
    {
        // What the network gives as values, taken for actions.
        using var learner = RealOnnx.Play("pendulum", Tasks.Of(Tasks.Box(3), new DiscreteSpace(2)), new() { Gives = OutputMeaning.Actions });
        Assert.That(Assert.Throws<HubException>(() => learner.Policy.Act(0, new float[] { 1, 2, 3 }, new int[1]))!.Code, Is.EqualTo("EH4927"));
    }

    private static void AssertRefused(byte[] model, string code, string expected)
    {
        _ = RealOnnx.Folder;
        Assert.That(Assert.Throws<HubException>(() => OnnxModel.Open(model, "a.onnx").Dispose())!.Message, Does.StartWith(code).And.Contain(expected));
    }

    private static byte[] Replaced(byte[] bytes, ReadOnlySpan<byte> old, ReadOnlySpan<byte> other)
    {
        int place = bytes.AsSpan().IndexOf(old);
        Assert.That(place, Is.GreaterThan(0));
        other.CopyTo(bytes.AsSpan(place));
        return bytes;
    }
}
