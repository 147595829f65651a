using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>One task's side of a trial: its environment, the buffers between it and the learner, the returns of its episodes.</summary>
internal sealed class TaskLoop : IDisposable
{
    private readonly int _task;
    private readonly IVectorEnvironment _environment;
    private readonly StepArena _arena;
    private readonly float[] _acted;      // the observations that were acted on, which the step overwrites
    private readonly bool[] _possible;    // their action masks, if any
    private readonly RandomStreams _seeds;
    private readonly string _name;

    public TaskLoop(int task, TaskPlan plan, int copies, RandomStreams random, OpenSources? sources = null)
    {
        (_task, _name, _seeds) = (task, plan.Spec.Name, random.Scope("environment"));
        Environment = TaskEnvironment.ForTraining(plan, copies);
        _environment = Environment.Vector;
        _arena = new StepArena(_environment);
        (_acted, _possible) = (new float[_arena.Observations.Length], new bool[_arena.ActionMasks.Length]);
        Returns = new EpisodeReturns(copies);
        try
        {
            sources?.LoadStatistics(plan, Environment);
            Reset(_seeds);
        }
        catch
        {
            _environment.Dispose();
            throw;
        }
    }

    /// <summary>The task's.</summary>
    public string Name => _name;

    /// <summary>Of training episodes, explored.</summary>
    public EpisodeReturns Returns { get; }

    /// <summary>Episodes that were cut off and started anew because the trial was resumed and the environment has no snapshots.</summary>
    public long RestartedEpisodes { get; private set; }

    /// <summary>What the environments of evaluations count.</summary>
    public EvaluationCounters Evaluations { get; } = new();

    /// <summary>What the environment counts, and those of evaluations; null if nothing counts.</summary>
    public IReadOnlyDictionary<string, long>? Counters => Evaluations.With((_environment as IMetricSource)?.Counters);

    /// <summary>What is acted on next, shape <c>[N, n]</c>.</summary>
    public ReadOnlySpan<float> Observations => _arena.Observations;

    /// <summary>What is stepped, and what its wrappers have gathered.</summary>
    public TaskEnvironment Environment { get; }

    /// <summary>One step of every copy: act, step, observe.</summary>
    public void Step(ILearner learner)
    {
        learner.Act(_task, _arena.ObservationBatch, _arena.ActionBuffer);
        _arena.Observations.CopyTo(_acted);
        _arena.ActionMasks.CopyTo(_possible);
        _environment.Step(_arena.ActionBatch, _arena.Buffers);
        learner.Observe(_task, new TransitionBatch
        {
            Observations = _acted,
            Actions = _arena.ActionBatch,
            Rewards = _arena.Rewards,
            NextObservations = _arena.FinalObservations,
            Terminated = _arena.Terminated,
            Truncated = _arena.Truncated,
            ActionMasks = _possible,
            NextActionMasks = _arena.FinalActionMasks,
        });
        Returns.Add(_arena.Rewards, _arena.Terminated, _arena.Truncated);
    }

    /// <summary>Writes where the task stands: the environment's state, or the statistics of its wrappers where it has no snapshots.</summary>
    public void Save(ICheckpointWriter writer)
    {
        Returns.Save(new NamedPart("returns", writer));
        writer.Write<long>("restartedEpisodes", [RestartedEpisodes]);
        writer.Write<float>("observations", _arena.Observations);
        if (!_arena.ActionMasks.IsEmpty) writer.Write<bool>("actionMasks", _arena.ActionMasks);
        if (_environment is ISnapshotEnvironment { CanSnapshot: true } whole) whole.Snapshot(new NamedPart("environment", writer));
        else Environment.Save(new NamedPart("statistics", writer), _task);
    }

    /// <summary>Takes back what <see cref="Save"/> wrote. An environment without snapshots starts its episodes anew.</summary>
    /// <param name="resumes">How often the trial was resumed, this time included: names the seeds of such episodes.</param>
    /// <returns>Whether the episodes go on; if not, they began anew.</returns>
    public bool Load(ICheckpointReader reader, int resumes)
    {
        Returns.Load(new NamedPart("returns", reader));
        RestartedEpisodes = reader.Value<long>("restartedEpisodes");
        if (_environment is ISnapshotEnvironment { CanSnapshot: true } whole)
        {
            reader.Read("observations", _arena.Observations);
            if (!_arena.ActionMasks.IsEmpty) reader.Read("actionMasks", _arena.ActionMasks);
            whole.Restore(new NamedPart("environment", reader));
            return true;
        }
        Environment.Load(new NamedPart("statistics", reader), _task);
        Returns.DropRunning();
        RestartedEpisodes += _environment.Count;
        Reset(_seeds.Scope("resumed").Scope($"{resumes}"));
        return false;
    }

    public void Dispose() => _environment.Dispose();

    private void Reset(RandomStreams streams)
    {
        var seeds = new ulong[_environment.Count];
        streams.FillSeeds(_name, seeds);
        _environment.Reset(seeds, _arena.ResetBuffers);
    }
}
