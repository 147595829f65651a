using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnvHub.Hosting;

/// <summary>Writes an enumeration's values by name, in camelCase as hub.json does.</summary>
internal sealed class NameConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase) where T : struct, Enum;
