namespace EnvHub.Learning;

/// <summary>A network's weights by name, in PyTorch's layout: linear weights as <c>[outputs, inputs]</c>, convolutions' as <c>[filters, channels, height, width]</c>, no gaps. The same from every engine.</summary>
public static class NetworkCheckpoint
{
    /// <summary>Writes every segment of <paramref name="network"/>.</summary>
    /// <param name="prefix">Before each segment's name.</param>
    public static void Save(INetwork network, ICheckpointWriter writer, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var segment in network.Segments)
        {
            var values = new float[segment.Count];
            network.Export(network.Parameters, segment, values);
            writer.Write<float>(prefix + segment.Name, values, [.. segment.Shape]);
        }
    }

    /// <summary>Reads every segment of <paramref name="network"/>. All are checked before a weight is changed.</summary>
    /// <param name="prefix">Before each segment's name.</param>
    /// <exception cref="HubException">EH2008 a segment has another size; or the checkpoint lacks one.</exception>
    public static void Load(INetwork network, ICheckpointReader reader, string prefix = "")
    {
        Check(network, reader, prefix);
        foreach (var segment in network.Segments)
        {
            var values = new float[segment.Count];
            reader.Read<float>(prefix + segment.Name, values);
            network.Import(network.Parameters, segment, values);
        }
    }

    /// <summary>Requires every segment of <paramref name="network"/> to be there in its size and type; changes nothing.</summary>
    /// <param name="prefix">Before each segment's name.</param>
    /// <exception cref="HubException">EH2008 a segment has another size; or the checkpoint lacks one.</exception>
    public static void Check(INetwork network, ICheckpointReader reader, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(reader);
        foreach (var segment in network.Segments)
        {
            int length = reader.LengthOf(prefix + segment.Name);
            if (length != segment.Count) throw LearningErrors.WrongShape(prefix + segment.Name, length, segment.Shape);
            // A file of other floats is met here, not half way through a load.
            reader.Read<float>(prefix + segment.Name, new float[length]);
        }
    }
}
