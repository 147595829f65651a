namespace EnvHub.Hosting;

/// <summary>What the environments of one task's evaluations count, e.g. restarts of their processes.</summary>
internal sealed class EvaluationCounters
{
    private const string Prefix = "evaluation_";

    private readonly Dictionary<PolicyEvaluator, IReadOnlyDictionary<string, long>> _seen = [];

    /// <summary>Takes note of how far an evaluator's environment has counted; it counts from when it was made.</summary>
    public void Note(PolicyEvaluator evaluator)
    {
        if (evaluator.Counters is { Count: > 0 } counters) _seen[evaluator] = counters;
    }

    /// <summary>Training's counters under their names, evaluation's as <c>evaluation_NAME</c>, all evaluators together; null if nothing counts.</summary>
    public IReadOnlyDictionary<string, long>? With(IReadOnlyDictionary<string, long>? training)
    {
        var all = new Dictionary<string, long>(training ?? new Dictionary<string, long>());
        foreach (var (name, count) in _seen.Values.SelectMany(counters => counters))
            all[Prefix + name] = all.GetValueOrDefault(Prefix + name) + count;
        return all.Count > 0 ? all : null;
    }
}
