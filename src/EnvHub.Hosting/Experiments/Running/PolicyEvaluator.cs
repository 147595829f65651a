using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>Plays greedy episodes of one task on fixed seeds, each episode in a copy of its own.</summary>
/// <remarks>Wrappers that change rewards only are left out: returns are those of the environment. The seeds depend on the task's name and the purpose alone: all arms, root seeds and points in time see the same episodes.</remarks>
public sealed class PolicyEvaluator : IDisposable
{
    /// <summary>The purpose of the evaluation at the end.</summary>
    public const string Final = "final";

    /// <summary>The purpose of the evaluations during training.</summary>
    public const string Training = "training";

    // Where an environment states no limit, an episode is cut here so that an evaluation ends.
    private const int StepLimit = 100_000;

    private readonly IVectorEnvironment _environment;
    private readonly StepArena _arena;
    private readonly ulong[] _seeds;
    private readonly bool[] _ended;

    /// <param name="purpose">Names the stream of the seeds: another purpose, other seeds.</param>
    /// <param name="episodes">At least 1.</param>
    public PolicyEvaluator(TaskPlan task, string purpose, int episodes)
    {
        ArgumentNullException.ThrowIfNull(task);
        Environment = TaskEnvironment.ForEvaluation(task, episodes);
        _environment = Environment.Vector;
        _arena = new StepArena(_environment);
        (_seeds, _ended) = (new ulong[episodes], new bool[episodes]);
        new RandomStreams(0).Scope("evaluation").Scope(purpose).FillSeeds(task.Spec.Name, _seeds);
    }

    /// <summary>The seed of each episode.</summary>
    public IReadOnlyList<ulong> Seeds => _seeds;

    /// <summary>What is played, for the statistics that its wrappers take over from training.</summary>
    internal TaskEnvironment Environment { get; }

    /// <summary>What its environment counts, since it was made; null if it counts nothing.</summary>
    internal IReadOnlyDictionary<string, long>? Counters => (_environment as IMetricSource)?.Counters;

    /// <summary>Plays the episodes.</summary>
    /// <param name="task">The learner's number of the task.</param>
    /// <returns>Undiscounted returns, one per seed.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public double[] Run(IPolicy policy, int task, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var returns = new double[_seeds.Length];
        _ended.AsSpan().Clear();
        _environment.Reset(_seeds, _arena.ResetBuffers);
        int running = returns.Length;
        int limit = _environment.Spec.MaxEpisodeSteps ?? StepLimit;
        for (int step = 0; running > 0 && step < limit; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            policy.Act(task, _arena.ObservationBatch, _arena.ActionBuffer);
            _environment.Step(_arena.ActionBatch, _arena.Buffers);
            running -= Add(returns);
        }
        return returns;
    }

    /// <inheritdoc/>
    public void Dispose() => _environment.Dispose();

    // A copy that has ended plays on, unheeded: its first episode counts.
    private int Add(double[] returns)
    {
        int endedNow = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            if (_ended[i]) continue;
            returns[i] += _arena.Rewards[i];
            _ended[i] = _arena.Terminated[i] | _arena.Truncated[i];
            if (_ended[i]) endedNow++;
        }
        return endedNow;
    }
}
