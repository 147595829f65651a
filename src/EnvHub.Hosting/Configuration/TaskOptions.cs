using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>A task in hub.json: an environment id alone, or an object.</summary>
public sealed record TaskOptions
{
    /// <summary>The environment's id.</summary>
    public required string Environment { get; init; }

    /// <summary>Unique in the suite. Default: the environment's id.</summary>
    public string? Name { get; init; }

    /// <summary>The environment's settings; undefined for its defaults.</summary>
    public JsonElement Settings { get; init; }

    /// <summary>Steps after which an episode is truncated. Default: the environment's.</summary>
    public int? MaxEpisodeSteps { get; init; }

    /// <summary>The mean greedy return at which the task counts as solved. Default: the environment's threshold.</summary>
    public double? Solved { get; init; }

    /// <summary>How much the task's loss counts, λ. Default 1.</summary>
    public double Weight { get; init; } = 1;
}
