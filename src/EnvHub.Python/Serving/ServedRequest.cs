using System.Text.Json.Nodes;

namespace EnvHub.Python;

/// <summary>What a client asks to be made: the first line that it sends.</summary>
/// <param name="Id">The environment's id, as users write it.</param>
/// <param name="Settings">The environment's settings by name; empty for the defaults.</param>
/// <param name="Copies">N, 1 to 65536.</param>
public sealed record ServedRequest(string Id, JsonObject Settings, int Copies)
{
    /// <summary>When a copy whose episode has ended starts the next one.</summary>
    public AutoresetMode Autoreset { get; init; } = AutoresetMode.SameStep;

    /// <summary>How the copies are to be shown; null: not at all.</summary>
    public RenderMode? Render { get; init; }

    /// <summary>Whether each answer brings every copy's info.</summary>
    public bool Infos { get; init; }

    /// <summary>Reads <c>{"id": ID, "settings": {...}, "copies": N, "autoreset": "SameStep", "render": null, "infos": false}</c>; all but
    /// the id may be left out.</summary>
    /// <exception cref="HubException">EH4650 it is not of that form.</exception>
    public static ServedRequest Read(string line)
    {
        return JsonMessage.Read(line, json => new ServedRequest(
            JsonMessage.Text(json, "id"), json["settings"]?.DeepClone().AsObject() ?? [], (int?)json["copies"] ?? 1)
        {
            Autoreset = (string?)json["autoreset"] is { } mode ? AutoresetOf(mode) : AutoresetMode.SameStep,
            Render = (string?)json["render"] is { } name ? RenderModeNames.Parse(name) : null,
            Infos = (bool?)json["infos"] ?? false,
        }, fault => ServingErrors.BadRequest(line, fault));
    }

    // By name alone: numbers would pass for names too.
    private static AutoresetMode AutoresetOf(string name) => Array.IndexOf(Enum.GetNames<AutoresetMode>(), name) >= 0
        ? Enum.Parse<AutoresetMode>(name) : throw new FormatException($"'{JsonMessage.Shown(name)}' is no autoreset mode");
}
