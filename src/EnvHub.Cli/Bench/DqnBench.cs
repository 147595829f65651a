namespace EnvHub.Cli;

/// <summary>Times the plugin <c>dqn</c> with CleanRL's settings on CartPole-v1, learning included.</summary>
internal static class DqnBench
{
    // Source: CleanRL's dqn.py.
    private static readonly string[] CleanRl =
    [
        "learningRate=2.5e-4", "learningRateEnd=null", "discount=0.99", "batchSize=128", "bufferCapacity=10000", "learningStarts=10000",
        "trainFrequency=10", "gradientSteps=1", "targetUpdate.interval=500", "targetUpdate.unit=steps", "explorationEnd=0.05",
        "explorationFraction=0.5", "nStep=1", "doubleQ=false", "loss=mse", "maxGradientNorm=null", "network.hidden=[120,84]",
        "network.layerNorm=false", "scaleObservations=false", "normalizeReturns=false",
    ];

    public static double Run(HubCatalog catalog, BenchDurations durations)
    {
        var plan = ExperimentPlanner.Plan(catalog, new TrainRequest { Environments = ["CartPole-v1"], Learner = "dqn", Steps = 500_000, Set = CleanRl });
        var trial = TrialList.Of(plan)[0];
        return Timing.Median([.. Enumerable.Range(0, Math.Min(durations.Repeats, 3)).Select(_ => TrialSpeed.Measure(trial, durations.DqnWarmUp, durations.DqnRounds))]);
    }
}
