using EnvHub.Learning;

namespace EnvHub.Plugins.Distillation;

/// <summary>Teaches one network what the policies of earlier stages know: a shared trunk, and per task a head, teachers and a buffer of lessons.</summary>
/// <remarks>Whoever acts, the teachers say what they would do; each update takes an equal batch of lessons from every task. With rewards as well
/// (kick-starting), the temporal-difference loss on the task's transitions joins, and the teachers' share is annealed. Source: Rusu et al. (2016), Policy
/// Distillation; Ross et al. (2011), DAgger; Schmitt et al. (2018), Kickstarting; Agarwal et al. (2022), QDagger. Differs: tasks are taught side
/// by side rather than an episode each; lessons and transitions are drawn apart, each from a buffer of its own.</remarks>
public sealed class DistillationLearner : ILearner, IEpisodeCuts
{
    private readonly DistillationOptions _options;
    private readonly DistilledTask[] _tasks;
    private readonly QNetworkTrainer _network;
    private readonly UpdateClock _clock;
    private readonly LinearSchedule _teacherShare;
    private float _meanValue = float.NaN;

    /// <exception cref="HubException">EH2000 an action space is not discrete; EH2201 a teacher's weight cannot be computed; EH2202 a source
    /// cannot teach its task. Without sources the learner can play what it loads, and not learn.</exception>
    public DistillationLearner(LearnerContext context, DistillationOptions options)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        var objective = new DistillationObjective(options.Distillation);
        _tasks = [.. Enumerable.Range(0, context.Tasks.Count).Select(index => new DistilledTask(context, index, options, objective))];
        _network = new(context, options, new FixedWeighting(context.Tasks));
        _clock = new(options, context.TotalSteps, context.Copies);
        _teacherShare = options.Data.TeacherShare(context.TotalSteps);
        Policy = _network.CreatePolicy([.. _tasks.Select(task => task.Scaler)]);
    }

    /// <inheritdoc/>
    public IPolicy Policy { get; }

    private double RandomChance => _options.Rl ? _clock.Epsilon : _options.Data.RandomActions;

    /// <inheritdoc/>
    /// <exception cref="HubException">EH4751 the task has no teacher.</exception>
    public void Act(int task, in ObservationBatch observations, in ActionBuffer actions) =>
        _tasks[task].Act(_network.Online, (_teacherShare.At(_clock.Steps), RandomChance), observations, actions.Discrete);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH2002 to EH2005 a transition is malformed or not finite, EH2203 a teacher's value is not finite, EH4751
    /// the task has no teacher; nothing was stored.</exception>
    public void Observe(int task, in TransitionBatch transitions) => _tasks[task].Observe(transitions, _clock.Steps);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH2006, EH4750 a task's loss is not finite.</exception>
    public void Learn()
    {
        long due = _clock.Advance();
        if (CanSample())
            for (; due > 0; due--) Update();
        if (_clock.IsTargetDue) _network.UpdateTarget();
    }

    private bool CanSample()
    {
        foreach (var task in _tasks)
            if (!task.CanSample) return false;
        return true;
    }

    private void Update()
    {
        _network.Begin();
        float sum = 0;
        foreach (var task in _tasks) sum += task.AddGradients(_network, _clock.Steps);
        _network.Apply(_clock.LearningRate);
        _meanValue = sum / _tasks.Length;
    }

    /// <inheritdoc/>
    public IReadOnlyList<MeasureSpec> Measures => QMeasures.Specs;

    /// <inheritdoc/>
    public void Measure(Span<double> values)
    {
        var last = _options.Rl ? _network.LastLoss : _network.LastLoss with { MeanValue = _meanValue };
        QMeasures.Write(values, _network.Updates, last, RandomChance, _clock.LearningRate);
    }

    /// <inheritdoc/>
    public void CutEpisodes(int task) => _tasks[task].CutEpisodes();

    /// <inheritdoc/>
    public void Save(ICheckpointWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _clock.Save(writer, "clock");
        _network.Save(writer);
        writer.Write<float>("meanValue", [_meanValue]);
        foreach (var task in _tasks) task.Save(writer);
    }

    /// <inheritdoc/>
    /// <remarks>A load that fails leaves the learner as it was.</remarks>
    public void Load(ICheckpointReader reader) => WholeLoad.Run(reader, Save, LoadParts);

    private void LoadParts(ICheckpointReader reader)
    {
        _clock.Load(reader, "clock");
        _network.Load(reader);
        Span<float> meanValue = stackalloc float[1];
        reader.Read("meanValue", meanValue);
        _meanValue = meanValue[0];
        foreach (var task in _tasks) task.Load(reader);
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();
}
