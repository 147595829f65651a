using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnvHub.Hosting;

/// <summary>One key of an options record.</summary>
/// <remarks>Nothing here is kept in a static: that would keep a plugin's types, and so the plugin, in memory.</remarks>
internal sealed class OptionsProperty
{
    private OptionsProperty(PropertyInfo info, NullabilityInfoContext nullability)
    {
        Info = info;
        Name = info.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(info.Name);
        Type = Nullable.GetUnderlyingType(info.PropertyType) ?? info.PropertyType;
        IsRequired = info.IsDefined(typeof(RequiredMemberAttribute));
        AllowsNull = nullability.Create(info).WriteState == NullabilityState.Nullable;
        Range = ValueRange.Of(info.GetCustomAttribute<RangeAttribute>());
        AllowedValues = info.GetCustomAttribute<AllowedValuesAttribute>()?.Values ?? [];
        MinimumLength = info.GetCustomAttribute<MinLengthAttribute>()?.Length ?? 0;
    }

    /// <summary>The property in C#.</summary>
    public PropertyInfo Info { get; }

    /// <summary>The key in JSON.</summary>
    public string Name { get; }

    /// <summary>The type of a value that is not null.</summary>
    public Type Type { get; }

    public bool IsRequired { get; }

    public bool AllowsNull { get; }

    /// <summary>Of the number, or of every number of a list.</summary>
    public ValueRange Range { get; }

    /// <summary>The only values that it may have; empty where its type and range alone say it.</summary>
    public IReadOnlyList<object?> AllowedValues { get; }

    /// <summary>Of a list, a map or a text.</summary>
    public int MinimumLength { get; }

    /// <summary>The keys of <paramref name="type"/>, base records' first.</summary>
    public static IReadOnlyList<OptionsProperty> Of(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(info => info.SetMethod is { IsPublic: true } && info.GetIndexParameters().Length == 0)
            .Where(info => !info.IsDefined(typeof(JsonIgnoreAttribute)))
            .OrderBy(info => Depth(info.DeclaringType))
            .Select(info => new OptionsProperty(info, nullability))];
    }

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);
}
