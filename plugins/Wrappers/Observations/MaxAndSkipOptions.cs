using System.ComponentModel.DataAnnotations;

namespace EnvHub.Plugins.Wrappers;

/// <summary>How many steps <see cref="MaxAndSkipObservation"/> makes one.</summary>
public sealed record MaxAndSkipOptions
{
    /// <summary>Steps inside per step outside, in [2, 10000]. Default 4.</summary>
    [Range(2, 10_000)]
    public int Skip { get; init; } = 4;
}
