using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>A wrapper of a task in hub.json: a name alone, or an object.</summary>
[StandsForText(nameof(Name))]
public sealed record WrapperOptions
{
    /// <summary>The wrapper's name.</summary>
    public required string Name { get; init; }

    /// <summary>The wrapper's options; undefined for its defaults.</summary>
    public JsonElement Options { get; init; }
}
