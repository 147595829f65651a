using System.Text.Json.Serialization;

namespace EnvHub.Envs.ClassicControl;

/// <summary>Which of the two published equations of motion the acrobot follows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AcrobotEquations>))]
public enum AcrobotEquations
{
    /// <summary>Sutton and Barto's book, and their Java program.</summary>
    [JsonStringEnumMemberName("book")]
    Book,

    /// <summary>Sutton's paper at NIPS (1996), without the centripetal term of the first link.</summary>
    [JsonStringEnumMemberName("nips")]
    Nips,
}
