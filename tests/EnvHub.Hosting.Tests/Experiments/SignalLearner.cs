using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.Hosting.Tests;

/// <summary>Options of <see cref="SignalLearner"/>.</summary>
public sealed record SignalLearnerOptions
{
    public double Rate { get; init; } = 0.01;

    /// <summary>The round in which learning throws; 0 for never.</summary>
    public long ThrowsInRound { get; init; }

    /// <summary>Called in every round, with its number.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Action<long> OnRound { get; init; } = static _ => { };
}

/// <summary>One weight per task that grows with paid answers to the sign; explores by chance. It starts from the sum of its sources' weights.
/// Allocates nothing per round.</summary>
internal sealed class SignalLearner(LearnerContext context, SignalLearnerOptions options) : ILearner, IPolicy
{
    private readonly RandomGenerator _random = context.Random.Generator("exploration");
    private readonly float[] _weights = Start(context);
    private long _rounds;

    public IPolicy Policy => this;

    int IPolicy.ActionCount(int task) => 2;

    void ILearner.Act(int task, ReadOnlySpan<float> observations, Span<int> actions)
    {
        for (int i = 0; i < actions.Length; i++) actions[i] = (int)_random.Integers(2);
    }

    void IPolicy.Act(int task, ReadOnlySpan<float> observations, Span<int> actions)
    {
        for (int i = 0; i < actions.Length; i++) actions[i] = observations[i] * _weights[task] > 0 ? 1 : 0;
    }

    public void Observe(int task, in TransitionBatch transitions)
    {
        for (int i = 0; i < transitions.Count; i++)
        {
            float answer = transitions.Actions[i] == 1 ? 1 : -1;
            _weights[task] += (float)(options.Rate * (transitions.Rewards[i] - 0.5) * answer * transitions.Observations[i]);
        }
    }

    public LearnReport Learn()
    {
        options.OnRound(++_rounds);
        if (_rounds == options.ThrowsInRound) throw new InvalidOperationException("the learner is broken");
        return new LearnReport(_rounds, 0.5f, 1f, 1f, (float)options.Rate);
    }

    public void ActionValues(int task, ReadOnlySpan<float> observations, Span<float> values) => values.Clear();

    void ILearner.Save(ICheckpointWriter writer)
    {
        Save(writer);
        var place = new ulong[Pcg64State.Words];
        _random.State.CopyTo(place);
        writer.Write<ulong>("random", place);
        writer.Write<long>("rounds", [_rounds]);
    }

    void ILearner.Load(ICheckpointReader reader)
    {
        Load(reader);
        var place = new ulong[Pcg64State.Words];
        var rounds = new long[1];
        reader.Read<ulong>("random", place);
        reader.Read<long>("rounds", rounds);
        (_random.State, _rounds) = (Pcg64State.From(place), rounds[0]);
    }

    public void Save(ICheckpointWriter writer) => writer.Write<float>("weights", _weights, _weights.Length);

    public void Load(ICheckpointReader reader) => reader.Read<float>("weights", _weights);

    public void Dispose() { }

    private static float[] Start(LearnerContext context)
    {
        var weights = new float[context.Tasks.Count];
        foreach (var source in context.Sources)
        {
            var learned = new float[source.Tasks.Count];
            source.Weights.Read("weights", learned.AsSpan());
            for (int i = 0; i < weights.Length; i++) weights[i] += learned.Sum();
        }
        return weights;
    }
}
