using System.Text.Json;

namespace EnvHub.Networks;

/// <summary>The JSON header of a safetensors file.</summary>
internal static class SafeTensorsHeader
{
    public static (List<SafeTensor> Tensors, Dictionary<string, string> Metadata) Parse(ReadOnlySpan<byte> header)
    {
        if (header.IsEmpty || header[0] != '{') throw FileErrors.BadHeader("it does not begin with '{'");
        try
        {
            Utf8JsonReader reader = new(header);
            using var document = JsonDocument.ParseValue(ref reader);
            while (reader.Read()) throw FileErrors.BadHeader("something follows its end");
            return ReadEntries(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            throw FileErrors.BadHeader(fault.Message);
        }
    }

    /// <summary>Arrays must follow each other without hole or overlap and end with the file.</summary>
    public static void CheckPlaces(List<SafeTensor> tensors, long available)
    {
        long end = 0;
        foreach (var tensor in tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End))
        {
            if (tensor.End > available) throw FileErrors.Truncated(available, tensor.End);
            if (tensor.Begin != end) throw FileErrors.Hole(tensor, end);
            end = tensor.End;
        }
        if (end != available) throw FileErrors.LeftOver(available - end);
    }

    private static (List<SafeTensor>, Dictionary<string, string>) ReadEntries(JsonElement root)
    {
        List<SafeTensor> tensors = [];
        Dictionary<string, string> metadata = [];
        HashSet<string> names = [];
        foreach (var entry in root.EnumerateObject())
        {
            if (!names.Add(entry.Name)) throw FileErrors.BadHeader($"'{entry.Name}' occurs twice");
            if (entry.Name == SafeTensorsWriter.MetadataKey) ReadMetadata(entry.Value, metadata);
            else tensors.Add(ReadTensor(entry.Name, entry.Value));
        }
        return (tensors, metadata);
    }

    private static void ReadMetadata(JsonElement value, Dictionary<string, string> metadata)
    {
        foreach (var entry in value.EnumerateObject())
            if (entry.Value.ValueKind != JsonValueKind.String || !metadata.TryAdd(entry.Name, entry.Value.GetString()!))
                throw FileErrors.BadHeader($"the metadata '{entry.Name}' is not one string");
    }

    private static SafeTensor ReadTensor(string name, JsonElement value)
    {
        Dictionary<string, JsonElement> fields = [];
        foreach (var field in value.EnumerateObject())
            if (field.Name is not ("dtype" or "shape" or "data_offsets") || !fields.TryAdd(field.Name, field.Value))
                throw FileErrors.BadHeader($"'{name}' has the field '{field.Name}', unknown or twice");
        if (fields.Count != 3) throw FileErrors.BadHeader($"'{name}' lacks dtype, shape or data_offsets");
        string type = fields["dtype"].GetString() ?? "";
        int[] shape = [.. fields["shape"].EnumerateArray().Select(axis => axis.GetInt32())];
        long[] offsets = [.. fields["data_offsets"].EnumerateArray().Select(offset => offset.GetInt64())];
        if (offsets.Length != 2) throw FileErrors.BadHeader($"'{name}' has {offsets.Length} data_offsets instead of 2");
        SafeTensor tensor = new(name, type, shape, offsets[0], offsets[1]);
        CheckSize(tensor);
        return tensor;
    }

    private static void CheckSize(SafeTensor tensor)
    {
        int size = SafeTensorType.SizeOf(tensor.Type);
        if (size == 0) throw FileErrors.BadHeader($"'{tensor.Name}' has the type '{tensor.Type}', which is not read");
        if (tensor.Length < 0 || tensor.Begin < 0 || tensor.End < tensor.Begin || tensor.End - tensor.Begin != tensor.Length * size)
            throw FileErrors.BadPlace(tensor, size);
    }
}
