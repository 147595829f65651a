using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Contracts;

/// <summary>Spaces and their values as JSON.</summary>
/// <remarks>A space is an object whose <c>type</c> is the name of Gymnasium's class:
/// <code>
/// {"type":"Box","shape":[4],"dtype":"float32","low":-1,"high":[1,1,2,"inf"]}      bounds: row-major, or one number for all
/// {"type":"Discrete","n":2,"start":0,"dtype":"int64"}                              start and dtype may be left out, here and below
/// {"type":"MultiDiscrete","shape":[2],"nvec":[3,4],"start":[0,0],"dtype":"int64"}
/// {"type":"MultiBinary","shape":[4]}
/// {"type":"Text","minLength":1,"maxLength":5,"characters":"abc"}                   in the order in which they are drawn
/// {"type":"Tuple","spaces":[..]}   {"type":"OneOf","spaces":[..]}
/// {"type":"Dict","spaces":[["key",{..}],..]}                                       in the space's order
/// {"type":"Sequence","space":{..},"stack":false}
/// {"type":"Graph","nodeSpace":{..},"edgeSpace":null}
/// </code>
/// Numbers that JSON lacks are the strings <c>inf</c>, <c>-inf</c> and <c>nan</c>. An infinite bound of a signed integer is an open side.</remarks>
public static class SpaceJson
{
    /// <summary>The space that <paramref name="json"/> describes.</summary>
    /// <exception cref="HubException">EH1013 it describes none; and as the space's constructor.</exception>
    public static Space Read(JsonElement json)
    {
        if (JsonSoundness.FirstFault(json, "$") is { } fault) throw ContractErrors.BadSpaceJson(fault.Path, $"there is {fault.Found}.");
        return SpaceReader.Read(json, "$");
    }

    /// <inheritdoc cref="Read(JsonElement)"/>
    public static Space Read(JsonNode? json) => Read(JsonSerializer.SerializeToElement(json));

    /// <summary>The space as JSON, which <see cref="Read(JsonElement)"/> takes back.</summary>
    public static JsonObject Write(Space space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return SpaceWriter.Write(space);
    }

    /// <summary>Values as JSON: Gymnasium's <c>to_jsonable</c>, which keeps a list per part of a composite space.</summary>
    /// <remarks>Differs: a composite value of a OneOf is written whole, where Gymnasium keeps its first part alone or fails.</remarks>
    /// <exception cref="HubException">EH1014 a value is not in the space.</exception>
    public static JsonNode WriteSamples(Space space, IReadOnlyList<object> values)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(values);
        return SampleWriter.Write(space, values);
    }

    /// <summary>Values from JSON: Gymnasium's <c>from_jsonable</c>.</summary>
    /// <exception cref="HubException">EH1014 what is written is no value of the space.</exception>
    public static IReadOnlyList<object> ReadSamples(Space space, JsonElement json)
    {
        ArgumentNullException.ThrowIfNull(space);
        if (JsonSoundness.FirstFault(json, "$") is { } fault) throw ContractErrors.BadValueJson(space.ToString(), $"there is {fault.Found} at {fault.Path}.");
        return SampleReader.Read(space, json);
    }
}
