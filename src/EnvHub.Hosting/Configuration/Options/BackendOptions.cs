using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>A network backend in hub.json: a name alone, or an object.</summary>
[StandsForText(nameof(Name))]
public sealed record BackendOptions
{
    /// <summary>The backend's name.</summary>
    public required string Name { get; init; }

    /// <summary>The backend's options, such as the device; undefined for its defaults.</summary>
    public JsonElement Options { get; init; }
}
