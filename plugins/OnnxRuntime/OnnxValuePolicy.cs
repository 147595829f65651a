using EnvHub.Learning;

namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>A policy from elsewhere that tells what each action is worth.</summary>
internal sealed class OnnxValuePolicy(OnnxPlayer player) : OnnxPolicy(player), IActionValuePolicy
{
    /// <inheritdoc/>
    public int ActionCount(int task) => DiscreteActions.CountOf(Player.Tasks[task]);

    /// <inheritdoc/>
    public void ActionValues(int task, ReadOnlySpan<float> observations, Span<float> values) => Player[task].Run(observations, values);
}
