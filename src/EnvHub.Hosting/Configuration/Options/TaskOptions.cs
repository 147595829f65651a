using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnvHub.Hosting;

/// <summary>A task in hub.json: an environment id alone, a family in words, or an object.</summary>
[StandsForText(nameof(Environment))]
public record TaskOptions : IValidatableObject
{
    /// <summary>The environment's id.</summary>
    public required string Environment { get; init; }

    /// <summary>Who finds the environment, e.g. <c>gymnasium</c>; the same as writing it before the id with a slash. Default: none.</summary>
    public string? Provider { get; init; }

    /// <summary>Unique in the suite. Default: the environment's id.</summary>
    public string? Name { get; init; }

    /// <summary>The environment's settings; undefined for its defaults.</summary>
    public JsonElement Settings { get; init; }

    /// <summary>Wrappers around the environment, from the inside out. Default: none.</summary>
    public IReadOnlyList<WrapperOptions> Wrappers { get; init; } = [];

    /// <summary>Steps after which an episode is truncated, at least 1; -1 for no limit. Default: the environment's.</summary>
    [Range(-1, int.MaxValue)]
    public int? MaxEpisodeSteps { get; init; }

    /// <summary>The mean greedy return at which the task counts as solved. Default: the environment's threshold.</summary>
    public double? Solved { get; init; }

    /// <summary>How much the task's loss counts, λ; at least 0. Default 1.</summary>
    [Range(0, double.MaxValue)]
    public double Weight { get; init; } = 1;

    /// <summary>The id with its provider.</summary>
    [JsonIgnore]
    public string FullId => Provider is null ? Environment : $"{Provider}/{Environment}";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MaxEpisodeSteps == 0) yield return new Refused("at least 1, or -1 for no limit", "Change the step limit.", nameof(MaxEpisodeSteps));
    }
}
