using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Contracts;

/// <summary>A box's bounds to the last digit, whatever their type.</summary>
internal interface IBoxBounds : IBoxSpace
{
    JsonNode LowJson(int index);

    JsonNode HighJson(int index);

    /// <summary>A value of these components; null where one is no number of the box's type.</summary>
    Array? ReadNumbers(IReadOnlyList<JsonElement> json);
}
