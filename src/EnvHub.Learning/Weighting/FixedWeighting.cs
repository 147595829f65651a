namespace EnvHub.Learning;

/// <summary>The weighted sum of losses, <c>L = Σᵢ λᵢ Lᵢ</c>, with λ from the tasks' specs.</summary>
/// <remarks>Source: Kurin et al. (2022), who find no method that does reliably better in reinforcement learning.</remarks>
public sealed class FixedWeighting(IReadOnlyList<TaskSpec> tasks) : ITaskWeighting
{
    private readonly float[] _weights = [.. tasks.Select(task => (float)task.Weight)];

    /// <inheritdoc/>
    public float Weigh(int task, float loss) => _weights[task];
}
