using System.Text.Json.Serialization;

namespace EnvHub.Contracts;

/// <summary>When a copy whose episode has ended starts the next one. Names are Gymnasium's.</summary>
public enum AutoresetMode
{
    /// <summary>At the next step, which ignores the copy's action and gives reward 0.</summary>
    [JsonStringEnumMemberName("NextStep")]
    NextStep,

    /// <summary>In the step that ended it: what <see cref="IVectorEnvironment"/> does.</summary>
    [JsonStringEnumMemberName("SameStep")]
    SameStep,

    /// <summary>When the caller resets it.</summary>
    [JsonStringEnumMemberName("Disabled")]
    Disabled,
}
