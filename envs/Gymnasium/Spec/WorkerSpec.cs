using System.Text.Json.Nodes;

namespace EnvHub.Envs.Gymnasium;

/// <summary>What a worker says of its environment.</summary>
internal sealed record WorkerSpec(Space ObservationSpace, Space ActionSpace)
{
    public int? MaxEpisodeSteps { get; init; }

    public double? RewardThreshold { get; init; }

    /// <summary>Whether its infos tell which actions are possible.</summary>
    public bool HasActionMasks { get; init; }

    /// <summary>All that the environment has, by Gymnasium's names.</summary>
    public IReadOnlyList<string> RenderModes { get; init; } = [];

    /// <summary>Pictures per second; null where the environment does not say.</summary>
    public double? RenderFps { get; init; }

    /// <summary>Python and the packages that the environment has loaded, with their versions; modules without one with a checksum of their source.</summary>
    public IReadOnlyList<string> Software { get; init; } = [];

    /// <exception cref="HubException">EH4410 it is not a description; EH1013 a space that the hub does not have.</exception>
    public static WorkerSpec Read(string id, JsonObject answer)
    {
        if (answer["observationSpace"] is not { } observation || answer["actionSpace"] is not { } action)
            throw GymnasiumErrors.BadAnswer(id, answer.ToJsonString());
        return new(SpaceJson.Read(observation), SpaceJson.Read(action))
        {
            HasActionMasks = (bool?)answer["hasActionMasks"] ?? false,
            MaxEpisodeSteps = (int?)answer["maxEpisodeSteps"],
            RewardThreshold = (double?)answer["rewardThreshold"],
            RenderFps = (double?)answer["renderFps"] is > 0 and var fps ? fps : null,
            Software = [.. answer["software"]?.AsArray().Select(part => (string)part!) ?? []],
            RenderModes = [.. answer["renderModes"]?.AsArray().Select(mode => (string)mode!) ?? []],
        };
    }

    public EnvironmentSpec ToSpec(EnvironmentId id)
    {
        var spec = new EnvironmentSpec
        {
            Id = id,
            ObservationSpace = ObservationSpace,
            ActionSpace = ActionSpace,
            HasActionMasks = HasActionMasks,
            MaxEpisodeSteps = MaxEpisodeSteps,
            RewardThreshold = RewardThreshold,
        };
        return RenderFps is { } fps ? spec with { RenderFps = fps } : spec;
    }

    public SharedLayout Layout(int copies) =>
        new(copies, ObservationSpace.ElementSize, ActionSpace is DiscreteSpace ? 0 : ActionSpace.ElementSize,
            maskFlags: HasActionMasks ? ActionMask.SizeOf(ActionSpace) : 0);
}
