using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Makes an options record from JSON and checks it: keys, types, ranges, and what the record itself checks.</summary>
/// <remarks>Keys are <c>JsonPropertyName</c>s or camelCase; required properties must be there; a range on a list holds for each item;
/// a nested record that is given in part keeps its other defaults.</remarks>
public static class OptionsBinder
{
    /// <summary>Binds <paramref name="json"/>; undefined stands for no options at all.</summary>
    /// <param name="type">A record with a parameterless constructor.</param>
    /// <param name="path">Where <paramref name="json"/> stands, for the faults' paths.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The record; where faults were added, with defaults in the place of what is wrong.</returns>
    public static object Bind(JsonElement json, Type type, string path, ICollection<ConfigurationFault> faults)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(faults);
        return new RecordBinder(faults).Bind(json, type, path, current: null);
    }

    /// <inheritdoc cref="Bind(JsonElement, Type, string, ICollection{ConfigurationFault})"/>
    public static T Bind<T>(JsonElement json, string path, ICollection<ConfigurationFault> faults) where T : class =>
        (T)Bind(json, typeof(T), path, faults);
}
