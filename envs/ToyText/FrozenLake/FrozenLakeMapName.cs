using System.Text.Json.Serialization;

namespace EnvHub.Envs.ToyText;

/// <summary>The maps that Gymnasium brings.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FrozenLakeMapName>))]
public enum FrozenLakeMapName
{
    /// <summary>16 cells, 4 holes.</summary>
    [JsonStringEnumMemberName("4x4")]
    FourByFour,

    /// <summary>64 cells, 10 holes.</summary>
    [JsonStringEnumMemberName("8x8")]
    EightByEight,
}
