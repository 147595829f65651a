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
internal sealed class SignalLearner(LearnerContext context, SignalLearnerOptions options) : ILearner, IActionValuePolicy
{
    private readonly RandomGenerator _random = context.Random.Generator("exploration");
    private readonly float[] _weights = Start(context);
    private long _rounds;

    public IPolicy Policy => this;

    int IActionValuePolicy.ActionCount(int task) => 2;

    void ILearner.Act(int task, in ObservationBatch observations, in ActionBuffer actions)
    {
        foreach (ref int action in actions.Discrete) action = (int)_random.Integers(2);
    }

    void IPolicy.Act(int task, in ObservationBatch observations, in ActionBuffer actions)
    {
        for (int i = 0; i < actions.Discrete.Length; i++) actions.Discrete[i] = observations.Elements[i] * _weights[task] > 0 ? 1 : 0;
    }

    public void Observe(int task, in TransitionBatch transitions)
    {
        for (int i = 0; i < transitions.Count; i++)
        {
            float answer = transitions.Actions.Discrete[i] == 1 ? 1 : -1;
            _weights[task] += (float)(options.Rate * (transitions.Rewards[i] - 0.5) * answer * transitions.Observations[i]);
        }
    }

    public void Learn()
    {
        options.OnRound(++_rounds);
        if (_rounds == options.ThrowsInRound) throw new InvalidOperationException("the learner is broken");
    }

    public IReadOnlyList<MeasureSpec> Measures { get; } =
    [
        new(MeasureSpec.Updates, "rounds", MeasureScope.Overall, "Rounds so far."),
        new("loss", "1", MeasureScope.Overall, "Always the same."),
        new("mean_action_value", "1", MeasureScope.Overall, "Always the same."),
        new("epsilon", "1", MeasureScope.Overall, "Always the same."),
        new("learning_rate", "1", MeasureScope.Overall, "As the options say."),
        new("weight", "1", MeasureScope.PerTask, "Of the task."),
        new("weight_difference", "1", MeasureScope.PerTaskPair, "The other task's weight taken from this one's."),
    ];

    public void Measure(Span<double> values)
    {
        int count = _weights.Length;
        (values[0], values[1], values[2], values[3], values[4]) = (_rounds, 0.5, 1, 1, (float)options.Rate);
        values = values[5..];
        for (int i = 0; i < count; i++)
        {
            values[i] = _weights[i];
            for (int j = 0; j < count; j++) values[count + i * count + j] = _weights[i] - _weights[j];
        }
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
