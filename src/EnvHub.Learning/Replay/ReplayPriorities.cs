using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>Draws transitions in proportion to <c>p = (|δ| + ε)^α</c>, δ the error when they were last learned from; new ones come with the largest p so far.</summary>
/// <remarks>A batch is one draw from each of B equal shares of the sum. A transition drawn with chance P of N counts <c>w = (N P)^-β</c> in the loss, divided by the batch's largest w. Source:
/// Schaul et al. (2016), Prioritized Experience Replay, proportional variant. Differs: w is divided by the largest of the batch.</remarks>
internal sealed class ReplayPriorities
{
    private readonly PrioritizedReplayOptions _options;
    private readonly SumTree _tree;
    private double _largest = 1;

    public ReplayPriorities(PrioritizedReplayOptions options, int capacity) => (_options, _tree) = (options, new(capacity));

    /// <summary>A new transition has come to a place.</summary>
    public void Add(int index) => _tree[index] = _largest;

    /// <summary>Draws places, and says what each counts in the loss.</summary>
    /// <param name="count">Transitions held, N.</param>
    /// <param name="progress">Share of all steps that are taken, [0, 1].</param>
    /// <param name="indices">Receives the places, shape <c>[B]</c>.</param>
    /// <param name="weights">Receives w, shape <c>[B]</c>, in (0, 1].</param>
    public void Draw(RandomGenerator random, int count, double progress, Span<int> indices, Span<float> weights)
    {
        double share = _tree.Total / indices.Length, correction = _options.Correction + (1 - _options.Correction) * progress, largest = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = _tree.Find((i + random.NextDouble()) * share);
            weights[i] = (float)Math.Pow(count * (_tree[indices[i]] / _tree.Total), -correction);
            largest = Math.Max(largest, weights[i]);
        }
        foreach (ref float weight in weights) weight = (float)(weight / largest);
    }

    /// <summary>Transitions were learned from.</summary>
    /// <param name="indices">Where they lie.</param>
    /// <param name="errors">|δ| each; the last one counts for a transition that is there twice.</param>
    public void Update(ReadOnlySpan<int> indices, ReadOnlySpan<float> errors)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            double priority = Math.Pow(errors[i] + _options.Floor, _options.Exponent);
            // The update itself reports a loss that is not finite.
            if (!double.IsFinite(priority)) continue;
            _tree[indices[i]] = priority;
            _largest = Math.Max(_largest, priority);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _tree.Clear();
        _largest = 1;
    }

    /// <summary>Writes p of the first <paramref name="count"/> places, and the largest so far.</summary>
    public void Save(ICheckpointWriter writer, string prefix, int count)
    {
        double[] priorities = new double[count + 1];
        for (int i = 0; i < count; i++) priorities[i] = _tree[i];
        priorities[count] = _largest;
        writer.Write<double>($"{prefix}priorities", priorities);
    }

    /// <summary>Requires what <see cref="Load"/> reads to be there; changes nothing.</summary>
    /// <exception cref="HubException">EH2025 a priority is no number above 0; EH1131 there are more or fewer; or the checkpoint lacks them.</exception>
    public static void Check(ICheckpointReader reader, string prefix, int count)
    {
        string name = $"{prefix}priorities";
        reader.Require(name, count + 1);
        double[] priorities = new double[count + 1];
        reader.Read<double>(name, priorities);
        foreach (double priority in priorities)
            if (!(priority > 0 && double.IsFinite(priority))) throw LearningErrors.BadPriority(prefix, priority);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader, string prefix, int count)
    {
        double[] priorities = new double[count + 1];
        reader.Read<double>($"{prefix}priorities", priorities);
        _tree.Clear();
        for (int i = 0; i < count; i++) _tree[i] = priorities[i];
        _largest = priorities[count];
    }
}
