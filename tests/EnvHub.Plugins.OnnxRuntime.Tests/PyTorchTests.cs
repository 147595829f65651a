using System.Text;
using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.OnnxRuntime.Tests;

/// <summary>Networks that Debian's PyTorch exported do here what they do there; see <c>Fixtures/networks.py</c>.</summary>
public sealed class PyTorchTests
{
    // Float32 sums over at most 400 terms, in another order.
    private const double Tolerance = 1e-5;

    [TestCase("cartpole")]
    [TestCase("cartpole-one-row")]
    [TestCase("cartpole-actions")]
    public void Act_CleanRlsNetworkInCartPole_TakesTheActionsThatPyTorchTook(string name)
    {
        using var learner = RealOnnx.Play(name, Tasks.CartPole);
        foreach (var episode in RealOnnx.Facts("cartpole").EnumerateArray())
            Assert.That(Episode(learner.Policy, episode.GetProperty("seed").GetUInt64()), Is.EqualTo(episode.GetProperty("actions").GetString()));
    }

    [Test]
    public void ActionValues_TableOfStates_AreTheRowsOfTheTable()
    {
        var facts = RealOnnx.Facts("frozenlake");
        using var learner = RealOnnx.Play("frozenlake", Tasks.Of(new DiscreteSpace(16), new DiscreteSpace(4)));
        Assert.That(Values(learner, RealOnnx.Numbers(facts, "inputs"), 64), Is.EqualTo(RealOnnx.Numbers(facts, "outputs")).Within(Tolerance));
    }

    [Test]
    public void ActionProbabilities_Logits_AreTheirSoftmaxAmongPossibleActions()
    {
        var facts = RealOnnx.Facts("acrobot");
        using var learner = RealOnnx.Play("acrobot", Tasks.Of(Tasks.Box(6), new DiscreteSpace(3)));
        var (inputs, logits) = (RealOnnx.Numbers(facts, "inputs"), RealOnnx.Numbers(facts, "outputs"));
        var probabilities = new float[27];
        bool[] masks = [.. Enumerable.Range(0, 27).Select(index => index % 3 != 1 || index > 13)];
        ((IActionProbabilityPolicy)learner.Policy).ActionProbabilities(0, new(inputs, masks), probabilities);
        for (int row = 0; row < 9; row++)
        {
            double[] weights = [.. Enumerable.Range(3 * row, 3).Select(index => masks[index] ? Math.Exp(logits[index]) : 0)];
            Assert.That(probabilities[(3 * row)..(3 * row + 3)], Is.EqualTo(weights.Select(weight => weight / weights.Sum())).Within(Tolerance));
        }
    }

    [Test]
    public void Act_ContinuousActions_AreTheNetworksWithinTheirBounds()
    {
        var facts = RealOnnx.Facts("pendulum");
        using var learner = RealOnnx.Play("pendulum", Tasks.Of(Tasks.Box(3), BoxSpace.Uniform(-2, 2, 1)));
        float[] outputs = RealOnnx.Numbers(facts, "outputs"), actions = new float[9];
        learner.Policy.Act(0, RealOnnx.Numbers(facts, "inputs"), actions);
        Assert.That(outputs.Any(action => Math.Abs(action) > 2), "the fixture tries the bounds");
        Assert.That(actions, Is.EqualTo(outputs.Select(action => Math.Clamp(action, -2, 2))).Within(Tolerance));
    }

    // The network takes [N, C, H, W]; the hub's images come as stacked frames, or with channels last.
    [TestCase(true)]
    [TestCase(false)]
    public void ActionValues_ImagesOfBytes_AreThoseOfEitherOrder(bool isStack)
    {
        const int Side = 84, Planes = 4, Rows = 3;
        var space = BoxSpace.UniformOf<byte>(0, 255, isStack ? [Planes, Side, Side] : [Side, Side, Planes]);
        var task = Tasks.Of(space, new DiscreteSpace(3), isStack ? Planes : null);
        using var learner = RealOnnx.Play("catch", task);
        var inputs = new float[Rows * Planes * Side * Side];
        for (int i = 0; i < inputs.Length; i++)
        {
            var (row, plane, pixel) = (i / (Planes * Side * Side), i / (Side * Side) % Planes, i % (Side * Side));
            int place = isStack ? i : (row * Side * Side + pixel) * Planes + plane;
            inputs[place] = ((ulong)i * 2654435761 >> 13) % 256;
        }
        Assert.That(Values(learner, inputs, 9), Is.EqualTo(RealOnnx.Numbers(RealOnnx.Facts("catch"), "outputs")).Within(Tolerance));
    }

    [Test]
    public void ActionValues_OffsetAndScale_AreTakenBeforeTheNetwork()
    {
        var facts = RealOnnx.Facts("scaled");
        using var learner = RealOnnx.Play("scaled", Tasks.CartPole, new() { Offset = [0.5], Scale = [1, 2, 4, 8] });
        Assert.That(Values(learner, RealOnnx.Numbers(facts, "inputs"), 10), Is.EqualTo(RealOnnx.Numbers(facts, "outputs")).Within(Tolerance));
    }

    [Test]
    public void Load_OfAnothersSave_PlaysWithoutTheFile()
    {
        var saved = new InMemoryCheckpoint();
        using var first = RealOnnx.Play("cartpole", Tasks.CartPole);
        first.Save(saved);
        using var second = new OnnxLearner(RealOnnx.Context([Tasks.CartPole]), new() { File = "gone.onnx" });
        Assert.That(Assert.Throws<HubException>(() => Episode(second.Policy, 0))!.Code, Is.EqualTo("EH4929"));
        second.Policy.Load(saved);
        Assert.That(Episode(second.Policy, 1), Is.EqualTo(Episode(first.Policy, 1)));
    }

    private static float[] Values(OnnxLearner learner, float[] inputs, int count)
    {
        var values = new float[count];
        ((IActionValuePolicy)learner.Policy).ActionValues(0, inputs, values);
        return values;
    }

    private static string Episode(IPolicy policy, ulong seed)
    {
        using var environment = new CartPole(1, new CartPoleSettings { MaxEpisodeSteps = 500 });
        var arena = new StepArena(environment);
        environment.Reset([seed], arena.ResetBuffers);
        var actions = new StringBuilder();
        do
        {
            policy.Act(0, arena.ObservationBatch, arena.ActionBuffer);
            actions.Append(arena.ActionBatch.Discrete[0]);
            environment.Step(arena.ActionBatch, arena.Buffers);
        }
        while (!arena.Terminated[0] && !arena.Truncated[0]);
        return actions.ToString();
    }
}
