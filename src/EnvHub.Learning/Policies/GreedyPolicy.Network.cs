namespace EnvHub.Learning;

/// <content>What its values are computed by.</content>
public sealed partial class GreedyPolicy
{
    /// <inheritdoc/>
    public INetwork Network => _network;

    /// <inheritdoc/>
    public int HeadOf(int task) => _network.Spec.Heads.Count == 1 ? 0 : task;

    /// <inheritdoc/>
    public ObservationScaling? ScalingOf(int task) => _scalers[task].Constants;

    /// <inheritdoc/>
    public (int Planes, int Pixels, int Channels)? PlanesOf(int task) =>
        _scalers[task].Order is { IsIdentity: false } order ? (order.Planes, order.Pixels, order.Channels) : null;
}
