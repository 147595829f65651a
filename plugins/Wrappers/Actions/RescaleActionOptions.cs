using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Plugins.Wrappers;

/// <summary>The bounds of the actions that <see cref="RescaleAction"/> takes, the same for every component.</summary>
public sealed record RescaleActionOptions : IValidatableObject
{
    /// <summary>Stands for the lower bound inside. Default -1.</summary>
    [JsonPropertyName("min_action")]
    public double MinAction { get; init; } = -1;

    /// <summary>Stands for the upper bound inside. Default 1.</summary>
    [JsonPropertyName("max_action")]
    public double MaxAction { get; init; } = 1;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!(MinAction < MaxAction) || !double.IsFinite(MaxAction - MinAction))
            yield return new Refused("a finite number below max_action, itself finite", "Lower it, or raise max_action.", nameof(MinAction));
    }
}
