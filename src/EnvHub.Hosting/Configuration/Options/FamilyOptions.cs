using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnvHub.Hosting;

/// <summary>A family of tasks in hub.json: one environment whose settings are drawn by seed. A member's name is the family's, its list and its
/// number: <c>cartpole/train-07</c>, <c>cartpole/held-out-03</c>.</summary>
public sealed record FamilyOptions : TaskOptions
{
    /// <summary>What is drawn: settings by name, in words or as they are written, each with <c>[low, high]</c>,
    /// <c>{ "low": ..., "high": ..., "scale": "log" }</c>, <c>{ "choices": [...] }</c> or <c>"random"</c>, which is any of the values that
    /// a setting with few of them has.</summary>
    public JsonElement Vary { get; init; }

    /// <summary>The names in <see cref="Vary"/>, as written.</summary>
    [JsonIgnore]
    public IEnumerable<string> Varied => Vary.ValueKind == JsonValueKind.Object ? Vary.EnumerateObject().Select(member => member.Name) : [];

    /// <summary>The root of the draws. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Members to train on, [1, 10000]. Default 48.</summary>
    [Range(1, 10_000)]
    public int Train { get; init; } = 48;

    /// <summary>Members that are kept for what comes after training, [0, 10000]. Default 16.</summary>
    [Range(0, 10_000)]
    public int HeldOut { get; init; } = 16;
}
