using System.Globalization;

namespace EnvHub.Learning;

/// <summary>An optimiser of several parameter groups, each with moments and a step count of its own.</summary>
/// <remarks>A frozen group takes no step at all: neither its weights nor its moments nor its step count change, as in PyTorch a parameter without
/// a gradient. Source: PyTorch's parameter groups.</remarks>
public sealed class GroupedOptimizer : IOptimizer
{
    private readonly ParameterGroup[] _groups;
    private readonly IOptimizer[] _optimizers;
    private (ParameterVector Whole, ParameterVector[] Parts) _parameters = (null!, []), _gradients = (null!, []);   // of the last step, kept

    /// <param name="groups">Ranges that together are the whole parameter vector, in its order.</param>
    public GroupedOptimizer(INetworkBackend backend, OptimizerOptions options, IReadOnlyList<ParameterGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(groups);
        _groups = [.. groups];
        _optimizers = [.. groups.Select(group => backend.CreateOptimizer(options, group.Length))];
    }

    /// <summary>Whether the groups that can freeze stand still.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>Clears the gradients of frozen groups, so that they count in no norm.</summary>
    /// <param name="gradients">Shape <c>[P]</c>.</param>
    public void ClearFrozen(ParameterVector gradients)
    {
        if (!IsFrozen) return;
        var parts = PartsOf(gradients, ref _gradients);
        for (int i = 0; i < _groups.Length; i++)
            if (_groups[i].CanFreeze) parts[i].Clear();
    }

    /// <inheritdoc/>
    public void Step(ParameterVector parameters, ParameterVector gradients, float learningRate, float gradientScale = 1)
    {
        ParameterVector[] weights = PartsOf(parameters, ref _parameters), slopes = PartsOf(gradients, ref _gradients);
        for (int i = 0; i < _groups.Length; i++)
        {
            var group = _groups[i];
            if (group.CanFreeze && IsFrozen) continue;
            _optimizers[i].Step(weights[i], slopes[i], (float)(learningRate * group.LearningRateFactor), gradientScale);
        }
    }

    /// <summary>Continues from what an optimiser of the whole parameter vector wrote, each group from its range.</summary>
    /// <param name="reader">Holds the state of one optimiser over all parameters.</param>
    /// <param name="prefix">Before each of its names.</param>
    public void LoadWhole(ICheckpointReader reader, string prefix)
    {
        int total = _groups[^1].Offset + _groups[^1].Length;
        for (int i = 0; i < _groups.Length; i++)
            _optimizers[i].Load(new SlicedCheckpoint(reader, total, _groups[i].Offset, _groups[i].Length), prefix);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        foreach (var optimizer in _optimizers) optimizer.Reset();
    }

    /// <inheritdoc/>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        for (int i = 0; i < _groups.Length; i++) _optimizers[i].Save(writer, PrefixOf(prefix, i));
    }

    /// <inheritdoc/>
    public void Load(ICheckpointReader reader, string prefix)
    {
        CheckpointLayout.Require(reader, writer => Save(writer, prefix));
        for (int i = 0; i < _groups.Length; i++) _optimizers[i].Load(reader, PrefixOf(prefix, i));
    }

    // A network's vectors are the same objects for ever: their parts are made once.
    private ParameterVector[] PartsOf(ParameterVector vector, ref (ParameterVector Whole, ParameterVector[] Parts) kept)
    {
        ArgumentNullException.ThrowIfNull(vector);
        if (kept.Whole != vector) kept = (vector, Split(vector));
        return kept.Parts;
    }

    private ParameterVector[] Split(ParameterVector vector) => [.. _groups.Select(group => vector.Part(group.Offset, group.Length))];

    private static string PrefixOf(string prefix, int group) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{group}.");
}
