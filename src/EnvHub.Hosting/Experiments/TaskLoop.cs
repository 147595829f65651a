using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>One task's side of a trial: its environment, the buffers between it and the learner, the returns of its episodes.</summary>
internal sealed class TaskLoop : IDisposable
{
    private readonly int _task;
    private readonly IVectorEnvironment _environment;
    private readonly StepArena _arena;
    private readonly float[] _acted;      // the observations that were acted on, which the step overwrites

    public TaskLoop(int task, TaskPlan plan, int copies, RandomStreams random)
    {
        _task = task;
        Environment = TaskEnvironment.ForTraining(plan, copies);
        _environment = Environment.Vector;
        _arena = new StepArena(_environment);
        _acted = new float[_arena.Observations.Length];
        Returns = new EpisodeReturns(copies);
        var seeds = new ulong[copies];
        random.Scope("environment").FillSeeds(plan.Spec.Name, seeds);
        try
        {
            _environment.Reset(seeds, _arena.Observations);
        }
        catch
        {
            _environment.Dispose();
            throw;
        }
    }

    /// <summary>Of training episodes, explored.</summary>
    public EpisodeReturns Returns { get; }

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
        var actions = _arena.Actions;
        learner.Act(_task, _arena.Observations, actions);
        _arena.Observations.CopyTo(_acted);
        _environment.Step(actions, _arena.Buffers);
        learner.Observe(_task, new TransitionBatch
        {
            Observations = _acted,
            Actions = actions,
            Rewards = _arena.Rewards,
            NextObservations = _arena.FinalObservations,
            Terminated = _arena.Terminated,
            Truncated = _arena.Truncated,
        });
        Returns.Add(_arena.Rewards, _arena.Terminated, _arena.Truncated);
    }

    public void Dispose() => _environment.Dispose();
}
