using System.Buffers.Binary;

namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>Learners cannot tell a Python environment from a native one.</summary>
public sealed class TrainingTests : HubFixture
{
    // Small enough to be quick, long enough that the network learns: the buffer fills, episodes end.
    private const string Hub = """
        { "suites": { "native": { "tasks": [{ "name": "pole", "environment": "CartPole-v1" }] },
            "python": { "tasks": [{ "name": "pole", "provider": "gymnasium", "environment": "CartPole-v1" }] },
            "both": { "tasks": ["CartPole-v1", { "provider": "gymnasium", "environment": "MountainCar-v0", "settings": { "workers": 1 } }] } },
          "experiments": { "native": { "suite": "native", "seeds": 1, "steps": 2500, "copies": 2, EVALUATION, "arms": { "dqn": DQN } },
            "python": { "suite": "python", "seeds": 1, "steps": 2500, "copies": 2, EVALUATION, "arms": { "dqn": DQN } },
            "both": { "suite": "both", "seeds": 1, "steps": 1500, EVALUATION, "arms": { "both": { "learner": "multitask-dqn" } } } } }
        """;

    private const string Evaluation = "\"evaluation\": { \"points\": 1, \"episodes\": 2, \"finalEpisodes\": 2 }";

    // Native CartPole states constants to scale its observations by, Gymnasium does not.
    private const string Dqn = "{ \"learner\": \"dqn\", \"options\": { \"scaleObservations\": false, \"learningStarts\": 500 } }";

    [Test]
    public void Train_NativeAndPythonCartPole_GiveTheSameBits()
    {
        var (native, nativeWeights) = Train("native");
        var (python, pythonWeights) = Train("python");
        Assert.Multiple(() =>
        {
            Assert.That(native.Updates, Is.Positive);
            Assert.That(pythonWeights, Is.EqualTo(nativeWeights));
            Assert.That(python.Tasks[0].TrainingReturnLast100, Is.EqualTo(native.Tasks[0].TrainingReturnLast100));
            Assert.That(python.Tasks[0].Episodes, Is.EqualTo(native.Tasks[0].Episodes).And.Positive);
        });
    }

    [Test]
    public void Train_OneNativeAndOnePythonTask_FinishesOnBoth()
    {
        var (result, _) = Train("both");
        Assert.That(result.Tasks.Select(task => (task.Environment, task.Steps, task.Final is not null)),
            Is.EqualTo(new[] { ("CartPole-v1", 1500L, true), ("gymnasium/MountainCar-v0", 1500L, true) }));
    }

    [Test]
    public void Plan_UnknownPythonEnvironment_IsAFaultWithItsPlace()
    {
        var hub = Open("""
            { "suites": { "s": { "tasks": [{ "provider": "gymnasium", "environment": "CartPole-v7" }] } },
              "experiments": { "e": { "suite": "s", "seeds": 1, "steps": 1, "arms": { "dqn": { "learner": "dqn" } } } } }
            """);
        var fault = Assert.Throws<HubConfigurationException>(() => ExperimentPlanner.Plan(hub.Options, hub.Catalog, "e", new()));
        Assert.That(fault!.Message, Does.Contain("$.suites.s.tasks[0]").And.Contain("v7").And.Contain("`v1`"));
    }

    private (TrialResult Result, byte[] Weights) Train(string experiment)
    {
        var hub = Open(Hub.Replace("EVALUATION", Evaluation, StringComparison.Ordinal).Replace("DQN", Dqn, StringComparison.Ordinal));
        var (results, folder) = Run(hub, ExperimentPlanner.Plan(hub.Options, hub.Catalog, experiment, new()));
        Assert.That(results.Single().Reason, Is.Null);
        byte[] model = File.ReadAllBytes(Directory.GetFiles(folder, "model.safetensors", SearchOption.AllDirectories).Single());
        // The header tells names and origin, the rest are the weights.
        return (results.Single(), model[(8 + (int)BinaryPrimitives.ReadInt64LittleEndian(model))..]);
    }
}
