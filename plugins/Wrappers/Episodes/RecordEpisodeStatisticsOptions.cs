using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Plugins.Wrappers;

/// <summary>What <see cref="RecordEpisodeStatistics"/> keeps.</summary>
public sealed record RecordEpisodeStatisticsOptions
{
    /// <summary>Episodes whose figures are kept, all copies together, in [1, 1000000]. Default 100.</summary>
    [JsonPropertyName("buffer_length")]
    [Range(1, 1_000_000)]
    public int BufferLength { get; init; } = 100;

    /// <summary>The key in the info. Default episode.</summary>
    [JsonPropertyName("stats_key")]
    [MinLength(1)]
    public string StatsKey { get; init; } = "episode";
}
