using System.Text.Json.Serialization;

namespace EnvHub.Envs.Gymnasium;

/// <summary>Where the copies are stepped.</summary>
public enum GymnasiumHost
{
    /// <summary>In processes of their own, side by side: one that crashes or hangs is told of, or replaced.</summary>
    Workers,

    /// <summary>In the hub's own process, one copy after the other: no messages between processes, and a crash takes the hub along.</summary>
    [JsonStringEnumMemberName("in-process")]
    InProcess,
}
