using System.Globalization;

namespace EnvHub.Learning;

/// <summary>An optimiser of several parameter groups, each with moments and a step count of its own.</summary>
/// <remarks>A frozen group takes no step at all: neither its weights nor its moments nor its step count change, as in PyTorch a parameter without
/// a gradient. Source: PyTorch's parameter groups.</remarks>
public sealed class GroupedOptimizer : IOptimizer
{
    private readonly ParameterGroup[] _groups;
    private readonly IOptimizer[] _optimizers;

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
    public void ClearFrozen(Span<float> gradients)
    {
        if (!IsFrozen) return;
        foreach (var group in _groups)
            if (group.CanFreeze) gradients.Slice(group.Offset, group.Length).Clear();
    }

    /// <inheritdoc/>
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradients, float learningRate, float gradientScale = 1)
    {
        for (int i = 0; i < _groups.Length; i++)
        {
            var group = _groups[i];
            if (group.CanFreeze && IsFrozen) continue;
            _optimizers[i].Step(parameters.Slice(group.Offset, group.Length), gradients.Slice(group.Offset, group.Length),
                (float)(learningRate * group.LearningRateFactor), gradientScale);
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

    private static string PrefixOf(string prefix, int group) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{group}.");
}
