namespace EnvHub.Contracts;

/// <summary>What is known of an environment before it is made.</summary>
public sealed record EnvironmentSpec
{
    /// <summary>The name under which it is registered.</summary>
    public required EnvironmentId Id { get; init; }

    /// <summary>What the agent sees.</summary>
    public required Space ObservationSpace { get; init; }

    /// <summary>What the agent can do.</summary>
    public required Space ActionSpace { get; init; }

    /// <summary>Whether the environment says which actions are possible: see <see cref="ActionMask"/>. Default false.</summary>
    public bool HasActionMasks { get; init; }

    /// <summary>Steps after which an episode is truncated; null for no limit.</summary>
    public int? MaxEpisodeSteps { get; init; }

    /// <summary>The mean return at which the environment counts as solved; null where none is stated.</summary>
    public double? RewardThreshold { get; init; }

    /// <summary>The smallest and largest reward of one step; infinite where open.</summary>
    public (double Low, double High) RewardRange { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The anchors of the normalised score; null where none were measured.</summary>
    public ReferenceScores? ReferenceScores { get; init; }

    /// <summary>Constants that bring observations to a common size for a network; null for none.</summary>
    public ObservationScaling? ObservationScaling { get; init; }

    /// <summary>How many frames an observation holds along its first axis, oldest first, where the last ones are shown together; null for none. What
    /// keeps observations then keeps each frame once, and networks see the frames of an image as its channels.</summary>
    public int? StackedFrames { get; init; }

    /// <summary>Pictures per second at which an episode looks right, one picture per step; above 0. Default 30.</summary>
    /// <remarks>Source: <c>metadata["render_fps"]</c> of Gymnasium.</remarks>
    public double RenderFps { get; init; } = 30;
}
