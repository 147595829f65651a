using EnvHub.Rendering;

namespace EnvHub.Envs.ToyText;

/// <summary>Walk along a cliff: up (0), right (1), down (2), left (3). Observation <c>[1]</c>: the cell of the 4 x 12, row by row. A step costs
/// 1, a fall 100 and leads back to the start; an episode terminates at the goal.</summary>
/// <remarks>Source: Sutton and Barto (2018), example 6.6; rules, order of outcomes and draws of Gymnasium's <c>CliffWalking-v1</c> and
/// <c>CliffWalkingSlippery-v1</c>, bit for bit. Differs: the episode restarts in the same step.</remarks>
public sealed class CliffWalking : TabularEnvironment
{
    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    /// <param name="isSlipperyByDefault">Whether it is <c>CliffWalkingSlippery-v1</c>.</param>
    public CliffWalking(int count, CliffWalkingSettings? settings = null, bool isSlipperyByDefault = false)
        : this(settings ?? (isSlipperyByDefault ? new CliffWalkingSlipperySettings() : new CliffWalkingSettings()), isSlipperyByDefault, count) { }

    private CliffWalking(CliffWalkingSettings settings, bool isSlipperyByDefault, int count) : base(count,
        settings.Limit(CliffWalkingSpec.Of(settings, isSlipperyByDefault)), CliffWalkingRules.Table(settings.IsSlippery), CliffWalkingRules.Starts()) { }

    private protected override Canvas Draw(int state) => CliffWalkingPicture.Draw(state);

    private protected override string WriteText(int state, int lastAction) => CliffWalkingPicture.WriteText(state);
}
