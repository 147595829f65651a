using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>T times the softmax of standard normal draws, anew at every update.</summary>
/// <remarks>Source: Lin et al. (2022), Reasonable Effectiveness of Random Weighting.</remarks>
public sealed class RandomBalance(int tasks, RandomGenerator random) : TaskBalance(tasks)
{
    /// <inheritdoc/>
    public override void Weigh(ReadOnlySpan<float> losses, ReadOnlySpan<double> products, Span<double> weights)
    {
        foreach (ref double weight in weights) weight = random.Normal();
        ToSoftmax(weights);
    }

    /// <inheritdoc/>
    public override void Save(ICheckpointWriter writer, string prefix) => GeneratorCheckpoint.Save(random, writer, $"{prefix}generator");

    /// <inheritdoc/>
    public override void Load(ICheckpointReader reader, string prefix) => GeneratorCheckpoint.Load(random, reader, $"{prefix}generator");
}
