using EnvHub.Learning;

namespace EnvHub.Plugins.MetaLearning;

/// <summary>Meta-learning over a family: every member learns by itself from the same initialisation θ; then θ moves by what they found, and they
/// begin anew.</summary>
/// <remarks>All members form the meta-batch: they step side by side in the hub's rounds. An inner loop that the stage's end cuts short moves
/// nothing. Source: Nichol, Achiam and Schulman (2018) for Reptile and first-order MAML; Raghu et al. (2020) for ANIL. Differs: the inner
/// loop is Q-learning with a replay buffer, the meta-batch is the whole family, and environments go on with their episodes from loop to loop.</remarks>
public sealed class MetaLearner : ILearner, IEpisodeCuts
{
    private readonly OuterLoop _outer;
    private readonly INetwork _network;
    private readonly MetaParameters _parameters;
    private readonly InnerLearner[] _members;
    private readonly LinearSchedule _stepSize;
    private readonly int _copies;
    private readonly ParameterVector _before;   // θ before an update of it
    private long _steps, _loopStart;   // of each member: so far, and where the inner loop began

    /// <exception cref="HubException">EH2000 an action space is not discrete; EH2300 the tasks differ in size; EH4800 the stage is shorter than an
    /// inner loop.</exception>
    internal MetaLearner(LearnerContext context, QLearningOptions options, OuterLoop outer)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.TotalSteps < outer.Steps) throw MetaLearningErrors.StageTooShort(context.TotalSteps, outer.Steps);
        (_outer, _copies) = (outer, context.Copies);
        _stepSize = new(outer.StepSize.Start, outer.StepSize.End, context.TotalSteps);
        var shape = options.Network with { Heads = HeadSharing.Shared };
        _network = context.Networks.Create(shape.ToSpec(context.Tasks), context.Random.Generator("weights"));
        _parameters = new(context.Networks, outer.Optimizer, _network);
        _before = _network.CreateVector();
        _members = [.. Enumerable.Range(0, context.Tasks.Count).Select(
            task => new InnerLearner(context, task, options, outer.InnerSteps, outer.AdaptsHeadAlone))];
        Policy = new GreedyPolicy(_network, [.. _members.Select(member => member.Scaler)], usesMasks: options.ActionMasks);
        BeginLoop();
    }

    /// <summary>The policy at θ, before any adaptation.</summary>
    public IPolicy Policy { get; }

    private bool IsAdapting => _steps - _loopStart < _outer.InnerSteps;

    /// <inheritdoc/>
    public void Act(int task, in ObservationBatch observations, in ActionBuffer actions) => _members[task].Act(observations, actions);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH2002 to EH2005 a transition is malformed or not finite; nothing was stored.</exception>
    public void Observe(int task, in TransitionBatch transitions) => _members[task].Observe(transitions);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH2006 a member's loss is not finite.</exception>
    public void Learn()
    {
        bool adapted = IsAdapting;
        if (adapted)
            foreach (var member in _members) member.Learn();
        _steps += _copies;
        if (adapted && !IsAdapting)
            foreach (var member in _members) _outer.EndAdaptation(member);
        if (_steps - _loopStart >= _outer.Steps) Move();
    }

    private void Move()
    {
        for (int update = 0; update < _outer.Updates; update++)
        {
            if (update > 0)
                foreach (var member in _members) member.Follow(_before, _parameters.Values);
            _before.CopyFrom(_parameters.Values);
            foreach (var member in _members) _outer.Add(member, _parameters);
            _parameters.Apply((float)_stepSize.At(_loopStart));
        }
        BeginLoop();
    }

    private void BeginLoop()
    {
        _loopStart = _steps;
        foreach (var member in _members) member.Begin(_parameters.Values);
    }

    /// <inheritdoc/>
    public IReadOnlyList<MeasureSpec> Measures => QMeasures.Specs;

    /// <inheritdoc/>
    public void Measure(Span<double> values)
    {
        long updates = 0;
        float loss = 0, value = 0;
        foreach (var member in _members)
        {
            updates += member.Updates;
            loss += member.LastLoss.Loss;
            value += member.LastLoss.MeanValue / _members.Length;
        }
        QMeasures.Write(values, updates, new(loss, value), _members[0].Epsilon, _members[0].LearningRate);
    }

    /// <inheritdoc/>
    public void CutEpisodes(int task) => _members[task].CutEpisodes();

    /// <inheritdoc/>
    public void Save(ICheckpointWriter writer)
    {
        writer.Write<long>("steps", [_steps, _loopStart]);
        _parameters.Save(writer, "meta.");
        for (int i = 0; i < _members.Length; i++) _members[i].Save(new NamedPart($"member.{i}", writer));
    }

    /// <inheritdoc/>
    public void Load(ICheckpointReader reader)
    {
        Span<long> steps = stackalloc long[2];
        reader.Require("steps", steps.Length);
        reader.Read("steps", steps);
        _parameters.Check(reader, "meta.");
        for (int i = 0; i < _members.Length; i++) _members[i].Check(new NamedPart($"member.{i}", reader));
        _parameters.Load(reader, "meta.");
        for (int i = 0; i < _members.Length; i++) _members[i].Load(new NamedPart($"member.{i}", reader));
        (_steps, _loopStart) = (steps[0], steps[1]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _network.Dispose();
        foreach (var member in _members) member.Dispose();
    }
}
