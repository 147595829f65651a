namespace EnvHub.Learning;

/// <summary>Each head learns targets of mean 0 and deviation 1, <c>(y - μ) / σ</c>, whatever the size of a task's rewards (ART); where μ and σ move on, the heads'
/// weights move against them, so that <c>σ Q + μ</c> is the same for every observation as before (POP).</summary>
/// <remarks>With the batch's <c>E[y]</c> and <c>E[y²]</c>: <c>μ ← (1 - βₜ) μ + βₜ E[y]</c>, <c>ν ← (1 - βₜ) ν + βₜ E[y²]</c>, <c>σ = √(ν - μ²)</c>, <c>βₜ = β / (1 - (1 - β)ᵗ)</c>, of
/// which the first batch has all. Then <c>w ← w σ/σ′</c> and <c>b ← (σ b + μ - μ′) / σ′</c> in both networks. Source: van Hasselt et al. (2016), Learning values across many
/// orders of magnitude; Hessel et al. (2019) for a head per task. The moments of the optimiser stay as they are, as there.</remarks>
public sealed class PopArt
{
    // Between them a head's weights stay finite when a deviation jumps.
    private const double SmallestDeviation = 1e-4, LargestDeviation = 1e6;

    private readonly double _rate;
    private readonly Head[] _heads;
    private readonly double[] _updates, _means, _squares;   // [H]

    /// <param name="options">How fast.</param>
    /// <param name="networks">Networks of one spec, which keep one scale together.</param>
    public PopArt(PopArtOptions options, params ReadOnlySpan<INetwork> networks)
    {
        ArgumentNullException.ThrowIfNull(options);
        _rate = options.Rate;
        int heads = networks[0].Spec.Heads.Count;
        var all = networks.ToArray();
        _heads = [.. Enumerable.Range(0, heads).Select(head => new Head(all, head))];
        (_updates, _means, _squares) = (new double[heads], new double[heads], new double[heads]);
        _squares.AsSpan().Fill(1);
    }

    /// <summary>μ of a head; 0 before the first update.</summary>
    public double MeanOf(int head) => _means[head];

    /// <summary>σ of a head, [10⁻⁴, 10⁶]; 1 before the first update.</summary>
    public double DeviationOf(int head) => Math.Clamp(Math.Sqrt(Math.Max(0, _squares[head] - _means[head] * _means[head])), SmallestDeviation, LargestDeviation);

    /// <summary>Brings a head's outputs into the unit of the rewards: <c>σ Q + μ</c>.</summary>
    public void Denormalize(int head, Span<float> values)
    {
        (double mean, double deviation) = (MeanOf(head), DeviationOf(head));
        foreach (ref float value in values) value = (float)(deviation * value + mean);
    }

    /// <summary>Takes a batch's targets into μ and σ, moves the head's weights against that, and brings the targets into the head's unit.</summary>
    /// <param name="targets">y, in the unit of the rewards; replaced by <c>(y - μ′) / σ′</c>. Where one is not finite, nothing is changed.</param>
    public void Normalize(int head, Span<float> targets)
    {
        double sum = 0, squares = 0;
        foreach (float target in targets) (sum, squares) = (sum + target, squares + (double)target * target);
        if (!double.IsFinite(sum + squares)) return;
        (double mean, double deviation) = (MeanOf(head), DeviationOf(head));
        double share = _rate / (1 - Math.Pow(1 - _rate, ++_updates[head]));
        _means[head] += share * (sum / targets.Length - mean);
        _squares[head] += share * (squares / targets.Length - _squares[head]);
        (double newMean, double newDeviation) = (MeanOf(head), DeviationOf(head));
        _heads[head].Rescale(deviation / newDeviation, (mean - newMean) / newDeviation);
        foreach (ref float target in targets) target = (float)((target - newMean) / newDeviation);
    }

    /// <summary>Writes the statistics.</summary>
    public void Save(ICheckpointWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<double>("popart", [.. _updates, .. _means, .. _squares]);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        int heads = _heads.Length;
        double[] saved = new double[3 * heads];
        reader.Read<double>("popart", saved);
        saved.AsSpan(0, heads).CopyTo(_updates);
        saved.AsSpan(heads, heads).CopyTo(_means);
        saved.AsSpan(2 * heads, heads).CopyTo(_squares);
    }

    // A head's last layer in every network.
    private sealed class Head
    {
        private readonly (ParameterVector Weights, ParameterVector Biases)[] _layers;
        private readonly ParameterSegment _bias;
        private readonly float[] _values;

        public Head(INetwork[] networks, int head)
        {
            string name = networks[0].Spec.Heads[head].Name;
            ParameterSegment Find(string kind) => networks[0].Segments.First(segment => segment.Name == $"head.{name}.{kind}");
            var weight = Find("weight");
            _bias = Find("bias");
            _layers = [.. networks.Select(network => (network.Parameters.Part(weight), network.Parameters.Part(_bias)))];
            _values = new float[_bias.Length];
        }

        public void Rescale(double scale, double shift)
        {
            foreach (var (weights, biases) in _layers)
            {
                weights.Scale((float)scale);
                biases.Read(_values);
                // Gaps between rows stay zero.
                for (int row = 0; row < _bias.Rows; row++)
                    foreach (ref float bias in _values.AsSpan(row * _bias.Stride, _bias.Columns)) bias = (float)(scale * bias + shift);
                biases.Write(_values);
            }
        }
    }
}
