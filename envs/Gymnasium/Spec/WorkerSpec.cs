using System.Text.Json.Nodes;

namespace EnvHub.Envs.Gymnasium;

/// <summary>What a worker says of its environment.</summary>
internal sealed record WorkerSpec(Space ObservationSpace, Space ActionSpace)
{
    public int? MaxEpisodeSteps { get; init; }

    public double? RewardThreshold { get; init; }

    /// <summary>Whether its infos tell which actions are possible.</summary>
    public bool HasActionMasks { get; init; }

    /// <summary>Frames per observation where Gymnasium's FrameStackObservation shows several; null where none does, or what stands around it changes
    /// observations again.</summary>
    public int? StackedFrames { get; init; }

    /// <summary>All that the environment has, by Gymnasium's names.</summary>
    public IReadOnlyList<string> RenderModes { get; init; } = [];

    /// <summary>Pictures per second; null where the environment does not say.</summary>
    public double? RenderFps { get; init; }

    /// <summary>Python and the packages that the environment has loaded, with their versions; modules without one with a checksum of their source.</summary>
    public IReadOnlyList<string> Software { get; init; } = [];

    /// <exception cref="HubException">EH4410 it is not a description; EH1013 a space that the hub does not have.</exception>
    public static WorkerSpec Read(string id, JsonObject answer) => Read(id, answer.ToJsonString());

    /// <inheritdoc cref="Read(string, JsonObject)"/>
    internal static WorkerSpec Read(string id, string answer) => JsonMessage.Read(answer, json => new WorkerSpec(
        SpaceJson.Read(JsonMessage.Node(json, "observationSpace")), SpaceJson.Read(JsonMessage.Node(json, "actionSpace")))
    {
        HasActionMasks = (bool?)json["hasActionMasks"] ?? false,
        MaxEpisodeSteps = (int?)json["maxEpisodeSteps"],
        RewardThreshold = (double?)json["rewardThreshold"],
        StackedFrames = (int?)json["stackedFrames"],
        RenderFps = (double?)json["renderFps"] is > 0 and var fps ? fps : null,
        Software = Texts(json, "software"),
        RenderModes = Texts(json, "renderModes"),
    }, fault => GymnasiumErrors.BadAnswer(id, answer, fault));

    private static string[] Texts(JsonObject json, string key) =>
        [.. json[key]?.AsArray().Select(part => (string?)part ?? throw new FormatException($"'{key}' holds null")) ?? []];

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
            StackedFrames = StackedFrames,
        };
        return RenderFps is { } fps ? spec with { RenderFps = fps } : spec;
    }

    public SharedLayout Layout(int copies) =>
        new(copies, ObservationSpace.ElementSize, ActionSpace is DiscreteSpace ? 0 : ActionSpace.ElementSize,
            maskFlags: HasActionMasks ? ActionMask.SizeOf(ActionSpace) : 0);
}
