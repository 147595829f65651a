using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>Sums the gradients, each without what runs against another task's: <c>gᵢ ← gᵢ - (gᵢ · gⱼ / ‖gⱼ‖²) gⱼ</c> where the product is negative, over the other tasks in random order.</summary>
/// <remarks>What it makes of a gradient is a sum of the given ones, so it is computed on their factors. Source: Yu et al. (2020), Gradient Surgery.</remarks>
public sealed class PcGradBalance : TaskBalance
{
    private readonly RandomGenerator _random;
    private readonly double[] _factors;
    private readonly int[] _order;

    /// <param name="tasks">T.</param>
    /// <param name="random">For the order of the others.</param>
    public PcGradBalance(int tasks, RandomGenerator random) : base(tasks) =>
        (_random, _factors, _order) = (random, new double[tasks], [.. Enumerable.Range(0, tasks)]);

    /// <inheritdoc/>
    public override bool NeedsProducts => true;

    /// <inheritdoc/>
    public override bool IsOfSharedParameters => true;

    /// <inheritdoc/>
    public override void Weigh(ReadOnlySpan<float> losses, ReadOnlySpan<double> products, Span<double> weights)
    {
        weights.Clear();
        for (int i = 0; i < Tasks; i++) _order[i] = i;
        for (int task = 0; task < Tasks; task++)
        {
            RandomChoice.Shuffle(_random, _order);
            _factors.AsSpan().Clear();
            _factors[task] = 1;
            foreach (int other in _order)
            {
                if (other == task) continue;
                double product = 0;
                for (int i = 0; i < Tasks; i++) product += _factors[i] * products[i * Tasks + other];
                if (product < 0) _factors[other] -= product / products[other * Tasks + other];
            }
            for (int i = 0; i < Tasks; i++) weights[i] += _factors[i];
        }
    }

    /// <inheritdoc/>
    public override void Save(ICheckpointWriter writer, string prefix) => GeneratorCheckpoint.Save(_random, writer, $"{prefix}generator");

    /// <inheritdoc/>
    public override void Load(ICheckpointReader reader, string prefix) => GeneratorCheckpoint.Load(_random, reader, $"{prefix}generator");
}
