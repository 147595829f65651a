using System.Text.Json;

namespace EnvHub.Contracts;

/// <summary>Spaces from JSON.</summary>
internal static class SpaceReader
{
    // A line of text must not take all memory; a picture of 1920 x 1080 x 3 is within it.
    private const int MostOfOneNumber = 1 << 23;

    /// <param name="path">Where the JSON stands, for messages.</param>
    public static Space Read(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object) throw ContractErrors.BadSpaceJson(path, $"there is {Shown(json)}; it must be an object.");
        return Get(json, "type", path).ToString() switch
        {
            "Box" => ReadBox(json, path),
            "Discrete" => new DiscreteSpace(Number<int>(json, "n", path), Optional(json, "start", 0L, path), Type(json, ElementType.Int64, path)),
            "MultiDiscrete" => ReadMultiDiscrete(json, path),
            "MultiBinary" => new MultiBinarySpace(Numbers<int>(json, "shape", path)),
            "Text" => new TextSpace(Number<int>(json, "maxLength", path), Optional(json, "minLength", 1, path), Text(json, "characters", path)),
            "Tuple" => new TupleSpace(Spaces(json, path)),
            "OneOf" => new OneOfSpace(Spaces(json, path)),
            "Dict" => new DictSpace([.. Items(json, "spaces", path).Select((pair, i) => ReadPair(pair, $"{path}.spaces[{i}]"))]),
            "Sequence" => new SequenceSpace(Read(Get(json, "space", path), $"{path}.space"), Optional(json, "stack", false, path)),
            "Graph" => ReadGraph(json, path),
            var type => throw ContractErrors.BadSpaceJson($"{path}.type", $"'{Cut(type)}' is no kind of space."),
        };
    }

    private static MultiDiscreteSpace ReadMultiDiscrete(JsonElement json, string path)
    {
        int[] counts = Numbers<int>(json, "nvec", path);
        long[] starts = json.TryGetProperty("start", out _) ? Numbers<long>(json, "start", path) : new long[counts.Length];
        return new(counts, starts, Numbers<int>(json, "shape", path), Type(json, ElementType.Int64, path));
    }

    private static GraphSpace ReadGraph(JsonElement json, string path)
    {
        bool hasEdges = json.TryGetProperty("edgeSpace", out var edges) && edges.ValueKind != JsonValueKind.Null;
        return new(Read(Get(json, "nodeSpace", path), $"{path}.nodeSpace"), hasEdges ? Read(edges, $"{path}.edgeSpace") : null);
    }

    private static (string, Space) ReadPair(JsonElement pair, string path) =>
        pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && pair[0].ValueKind == JsonValueKind.String
            ? (pair[0].GetString()!, Read(pair[1], $"{path}[1]"))
            : throw ContractErrors.BadSpaceJson(path, $"there is {Shown(pair)}; it must be a pair of a key and a space.");

    private static IEnumerable<Space> Spaces(JsonElement json, string path) =>
        Items(json, "spaces", path).Select((space, i) => Read(space, $"{path}.spaces[{i}]"));

    private static Space ReadBox(JsonElement json, string path) => Type(json, ElementType.Float32, path) switch
    {
        ElementType.Float32 => ReadFloatBox(json, path),
        ElementType.Float64 => ReadBox<double>(json, path),
        ElementType.Float16 => ReadBox<Half>(json, path),
        ElementType.Int8 => ReadBox<sbyte>(json, path),
        ElementType.Int16 => ReadBox<short>(json, path),
        ElementType.Int32 => ReadBox<int>(json, path),
        ElementType.Int64 => ReadBox<long>(json, path),
        ElementType.UInt8 => ReadBox<byte>(json, path),
        ElementType.UInt16 => ReadBox<ushort>(json, path),
        ElementType.UInt32 => ReadBox<uint>(json, path),
        ElementType.UInt64 => ReadBox<ulong>(json, path),
        _ => ReadBox<bool>(json, path),
    };

    private static BoxSpace ReadFloatBox(JsonElement json, string path)
    {
        int[] shape = Numbers<int>(json, "shape", path);
        int size = SpaceShape.SizeOf("Box", shape);
        return new(Bounds<float>(json, "low", size, path, open: null), Bounds<float>(json, "high", size, path, open: null), shape);
    }

    private static BoxSpace<T> ReadBox<T>(JsonElement json, string path) where T : unmanaged, IComparable<T>
    {
        int[] shape = Numbers<int>(json, "shape", path);
        int size = SpaceShape.SizeOf("Box", shape);
        bool takesOpen = ElementTypes.Of<T>().IsSignedInteger();
        bool[]? openBelow = takesOpen ? new bool[size] : null, openAbove = takesOpen ? new bool[size] : null;
        T[] low = Bounds<T>(json, "low", size, path, openBelow), high = Bounds<T>(json, "high", size, path, openAbove);
        return new(low, high, shape, openBelow, openAbove);
    }

    // open receives where an integer's side is infinite; null where the type has no such sides.
    private static T[] Bounds<T>(JsonElement json, string name, int size, string path, bool[]? open) where T : unmanaged
    {
        var given = Get(json, name, path);
        bool isList = given.ValueKind == JsonValueKind.Array;
        if (isList && given.GetArrayLength() != size)
            throw ContractErrors.BadSpaceJson($"{path}.{name}", $"there are {given.GetArrayLength()} bounds; the shape holds {size}.");
        if (!isList && size > MostOfOneNumber)
            throw ContractErrors.BadSpaceJson($"{path}.{name}", $"one number stands for {size} bounds; it may stand for at most {MostOfOneNumber}. Make the observations smaller.");
        T[] bounds = new T[size];
        for (int i = 0; i < size; i++)
        {
            var bound = isList ? given[i] : given;
            if (open is not null && bound.ValueKind == JsonValueKind.String)
                open[i] = bound.ValueEquals(name == "low" ? NumberJson.NegativeInfinity : NumberJson.Infinity);
            if (open?[i] != true && !NumberJson.TryRead(bound, out bounds[i])) throw NotANumber<T>(bound, $"{path}.{name}");
        }
        return bounds;
    }

    private static T[] Numbers<T>(JsonElement json, string name, string path) where T : unmanaged
    {
        var items = Items(json, name, path);
        T[] numbers = new T[items.Length];
        for (int i = 0; i < numbers.Length; i++)
            if (!NumberJson.TryRead(items[i], out numbers[i])) throw NotANumber<T>(items[i], $"{path}.{name}[{i}]");
        return numbers;
    }

    private static JsonElement[] Items(JsonElement json, string name, string path)
    {
        var list = Get(json, name, path);
        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()] : throw ContractErrors.BadSpaceJson($"{path}.{name}", $"there is {Shown(list)}; it must be a list.");
    }

    private static T Number<T>(JsonElement json, string name, string path) where T : unmanaged =>
        NumberJson.TryRead(Get(json, name, path), out T number) ? number : throw NotANumber<T>(Get(json, name, path), $"{path}.{name}");

    private static T Optional<T>(JsonElement json, string name, T fallback, string path) where T : unmanaged =>
        json.TryGetProperty(name, out _) ? Number<T>(json, name, path) : fallback;

    private static string Text(JsonElement json, string name, string path) => Get(json, name, path) is { ValueKind: JsonValueKind.String } text
        ? text.GetString()! : throw ContractErrors.BadSpaceJson($"{path}.{name}", $"there is {Shown(Get(json, name, path))}; it must be a text.");

    private static ElementType Type(JsonElement json, ElementType fallback, string path)
    {
        if (!json.TryGetProperty("dtype", out var name)) return fallback;
        return ElementTypes.TryParse(name.ToString(), out var type)
            ? type : throw ContractErrors.BadSpaceJson($"{path}.dtype", $"'{name}' is no element type; they are {ElementTypes.AllNames}.");
    }

    private static JsonElement Get(JsonElement json, string name, string path) => json.TryGetProperty(name, out var value)
        ? value : throw ContractErrors.BadSpaceJson(path, $"'{name}' is missing.");

    private static HubException NotANumber<T>(JsonElement json, string path) =>
        ContractErrors.BadSpaceJson(path, $"there is {Shown(json)}; it must be a number that {typeof(T).Name} holds.");

    private static string Shown(JsonElement json)
    {
        return Cut(json.ValueKind == JsonValueKind.Undefined ? "nothing" : json.GetRawText());
    }

    private static string Cut(string text)
    {
        const int Longest = 60;
        return text.Length <= Longest ? text : $"{text[..Longest]}...";
    }
}
