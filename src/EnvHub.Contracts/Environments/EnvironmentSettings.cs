using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Contracts;

/// <summary>What every environment's settings have; a plugin derives one record per environment.</summary>
/// <remarks>The hub checks the ranges and <see cref="Validate"/> before it makes an environment; a task's own step limit is applied with
/// <c>settings with { MaxEpisodeSteps = n }</c>.</remarks>
public abstract record EnvironmentSettings : IValidatableObject
{
    /// <summary>Steps after which an episode is truncated, at least 1; -1 for no limit; null for the environment's own. Default null.</summary>
    /// <remarks>Source: <c>gymnasium.make(max_episode_steps=...)</c>.</remarks>
    [JsonPropertyName("max_episode_steps")]
    [Range(-1, int.MaxValue)]
    public int? MaxEpisodeSteps { get; init; }

    /// <summary>The spec with the step limit that these settings give it.</summary>
    public EnvironmentSpec Limit(EnvironmentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return MaxEpisodeSteps is { } limit ? spec with { MaxEpisodeSteps = limit < 0 ? null : limit } : spec;
    }

    /// <summary>The faults that no single range shows. An override adds its own to these.</summary>
    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MaxEpisodeSteps == 0)
            yield return new Refused("at least 1, or -1 for no limit", "Change the step limit.", nameof(MaxEpisodeSteps));
    }
}
