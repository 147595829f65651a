using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>An arm in hub.json.</summary>
public sealed record ArmOptions
{
    /// <summary>The learner's name.</summary>
    public required string Learner { get; init; }

    /// <summary>The learner's options; undefined for its defaults.</summary>
    public JsonElement Options { get; init; }

    /// <summary>The network backend's name. Default: embedded.</summary>
    public string Backend { get; init; } = "embedded";

    /// <summary>Environment steps per task; at least 1. Default: the experiment's.</summary>
    [Range(1, long.MaxValue)]
    public long? Steps { get; init; }

    /// <summary>Copies of each environment, in [1, 65536]. Default: the experiment's.</summary>
    [Range(1, 65_536)]
    public int? Copies { get; init; }

    /// <summary>Whether the weights of the best evaluation are kept too. Default false.</summary>
    public bool KeepBest { get; init; }
}
