namespace EnvHub.Learning;

/// <summary>Counts a task's environment steps and says what is due: updates, target updates, epsilon, learning rate.</summary>
/// <remarks>Source: the loops of CleanRL's <c>dqn.py</c> and of Stable-Baselines3's <c>OffPolicyAlgorithm</c>, which agree but for
/// <see cref="QLearningOptions.RandomUntilLearningStarts"/>. Differs: CleanRL counts from 0, so its phases come one step later;
/// Stable-Baselines3 updates the target before the updates of the same step, not after them.</remarks>
public sealed class UpdateClock
{
    private readonly QLearningOptions _options;
    private readonly LinearSchedule _exploration, _learningRate;
    private readonly int _copies;
    private long _phaseStart;   // step of the last multiple of the train frequency

    /// <param name="totalSteps">Steps that the schedules span.</param>
    /// <param name="copies">Steps per round.</param>
    public UpdateClock(QLearningOptions options, long totalSteps, int copies)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _copies) = (options, copies);
        (_exploration, _learningRate) = (options.Exploration(totalSteps), options.LearningRates(totalSteps));
    }

    /// <summary>Steps taken so far, per task, all copies together.</summary>
    public long Steps { get; private set; }

    /// <summary>Chance of a random action at the next step, [0, 1].</summary>
    public double Epsilon => _options.RandomUntilLearningStarts && Steps < _options.LearningStarts ? 1 : _exploration.At(Steps);

    /// <summary>For updates that are due now.</summary>
    public float LearningRate => (float)_learningRate.At(Steps);

    /// <summary>Whether this round crossed a multiple of the target interval, where that counts steps.</summary>
    public bool IsTargetDue => _options.TargetUpdate.Unit == TargetUpdateUnit.Steps && Crossed(_options.TargetUpdate.Interval) > 0;

    /// <summary>Counts one round and returns how many updates are due.</summary>
    public long Advance()
    {
        Steps += _copies;
        long phases = Crossed(_options.TrainFrequency);
        if (phases == 0) return 0;
        long since = Steps - _phaseStart;
        _phaseStart = Steps;
        if (Steps <= _options.LearningStarts) return 0;
        return _options.GradientSteps < 0 ? since : phases * _options.GradientSteps;
    }

    /// <summary>Counts from 0 again.</summary>
    public void Restart() => Steps = _phaseStart = 0;

    private long Crossed(int interval) => Steps / interval - (Steps - _copies) / interval;

    /// <summary>Writes the counters under <paramref name="name"/>.</summary>
    public void Save(ICheckpointWriter writer, string name)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<long>(name, [Steps, _phaseStart]);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Span<long> counters = stackalloc long[2];
        reader.Read(name, counters);
        (Steps, _phaseStart) = (counters[0], counters[1]);
    }

    /// <summary>Requires everything that <see cref="Load"/> reads to be there; changes nothing.</summary>
    /// <exception cref="HubException">EH1131 the array has another length; or the checkpoint lacks it.</exception>
    public void Check(ICheckpointReader reader, string name) => CheckpointLayout.Require(reader, writer => Save(writer, name));
}
