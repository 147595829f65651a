using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.Gymnasium;

/// <summary>How a Python environment is made, and how its processes are watched.</summary>
public sealed record GymnasiumSettings : EnvironmentSettings
{
    /// <summary>Keyword arguments of <c>gymnasium.make</c>, an object. Default none.</summary>
    [JsonPropertyName("kwargs")]
    public JsonElement? Arguments { get; init; }

    /// <summary>Wrappers, the innermost first. Default none.</summary>
    public IReadOnlyList<WrapperSettings> Wrappers { get; init; } = [];

    /// <summary>Where the copies are stepped: <c>workers</c> or <c>in-process</c>. Default workers.</summary>
    public GymnasiumHost Host { get; init; }

    /// <summary>Worker processes, [1, 1024]; never more than copies. Default null: one per core.</summary>
    [Range(1, 1024)]
    public int? Workers { get; init; }

    /// <summary>What becomes of a task whose worker dies, hangs or gives nonsense. Default fail.</summary>
    public FailurePolicy OnFailure { get; init; } = FailurePolicy.Fail;

    /// <summary>How long a worker may take until its copies are made, in seconds, [0.1, 86400]. Default 60.</summary>
    [Range(0.1, 86400.0)]
    public double StartTimeout { get; init; } = 60;

    /// <summary>How long one step or reset of all of a worker's copies may take, in seconds, [0.01, 86400]. Default 60.</summary>
    [Range(0.01, 86400.0)]
    public double StepTimeout { get; init; } = 60;

    /// <summary>The interpreter's executable. Default null: the one that <c>envhub doctor</c> shows.</summary>
    public string? Python { get; init; }

    /// <summary>Folders in which Python looks for modules first. Default none.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>The render mode that the copies are made with, e.g. <c>rgb_array</c> or <c>ansi</c>. Default null: none.</summary>
    public string? Render { get; init; }

    /// <summary>Whether <c>info["action_mask"]</c> says which actions are possible. Default null: yes, where the first reset's info has one and the source of the
    /// environment or of a wrapper names it.</summary>
    public bool? ActionMasks { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var fault in base.Validate(validationContext)) yield return fault;
        if (Host != GymnasiumHost.InProcess) yield break;
        if (Workers is not null) yield return new Refused("nothing, where \"host\" is \"in-process\": there are no workers", "Leave it out, or take \"host\": \"workers\".", nameof(Workers));
        if (OnFailure == FailurePolicy.Restart)
            yield return new Refused("\"fail\", where \"host\" is \"in-process\": nothing outlives a crash of the hub's own process", "Leave it out, or take \"host\": \"workers\".", nameof(OnFailure));
    }

    /// <summary>The clock by which answers are late.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;
}
