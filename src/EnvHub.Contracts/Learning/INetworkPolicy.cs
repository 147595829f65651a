namespace EnvHub.Contracts;

/// <summary>A policy whose action values are the outputs of one network: what other formats can hold whole.</summary>
public interface INetworkPolicy : IActionValuePolicy
{
    /// <summary>The network; follows the learner's weights. Its segments' names say which part each is: see <see cref="ParameterSegment"/>.</summary>
    INetwork Network { get; }

    /// <summary>The task's head: an index in <see cref="NetworkSpec.Heads"/>.</summary>
    int HeadOf(int task);

    /// <summary>The constants by which the task's observations are scaled before the network sees them; null where it sees them flattened alone.</summary>
    ObservationScaling? ScalingOf(int task);

    /// <summary>The planes that the task's observations come as, one after the other, where the network sees the numbers of each pixel side by side:
    /// <c>[planes, pixels, channels]</c> becomes <c>[pixels, planes, channels]</c>. Null: they stay in their order.</summary>
    (int Planes, int Pixels, int Channels)? PlanesOf(int task) => null;
}
