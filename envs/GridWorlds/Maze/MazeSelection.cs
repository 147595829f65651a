using System.Text.Json.Serialization;

namespace EnvHub.Envs.GridWorlds;

/// <summary>Which mazes there are to walk.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MazeSelection>))]
public enum MazeSelection
{
    /// <summary>Every maze that can be generated.</summary>
    [JsonStringEnumMemberName("all")]
    All,

    /// <summary>Four fifths of them.</summary>
    [JsonStringEnumMemberName("training")]
    Training,

    /// <summary>The other fifth, none of which is for training.</summary>
    [JsonStringEnumMemberName("held_out")]
    HeldOut,
}
