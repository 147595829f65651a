namespace EnvHub.Learning;

/// <summary>A network's weights by name, in PyTorch's layout: matrices as <c>[outputs, inputs]</c>, vectors as <c>[outputs]</c>, no gaps.</summary>
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
            var values = new float[segment.Rows * segment.Columns];
            Copy(network.Parameters, segment, values, toNetwork: false);
            if (segment.IsMatrix) writer.Write<float>(prefix + segment.Name, values, segment.Columns, segment.Rows);
            else writer.Write<float>(prefix + segment.Name, values);
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
            var values = new float[segment.Rows * segment.Columns];
            reader.Read<float>(prefix + segment.Name, values);
            Copy(network.Parameters, segment, values, toNetwork: true);
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
            if (length != segment.Rows * segment.Columns)
                throw LearningErrors.WrongShape(prefix + segment.Name, length, segment.Rows, segment.Columns);
            // A file of other floats is met here, not half way through a load.
            reader.Read<float>(prefix + segment.Name, new float[length]);
        }
    }

    // The network holds [Rows, Stride], the file [Columns, Rows]; a vector has one row, so both are the same.
    private static void Copy(Span<float> parameters, ParameterSegment segment, Span<float> values, bool toNetwork)
    {
        for (int row = 0; row < segment.Rows; row++)
            for (int column = 0; column < segment.Columns; column++)
            {
                ref float inNetwork = ref parameters[segment.Offset + row * segment.Stride + column];
                ref float inFile = ref values[column * segment.Rows + row];
                if (toNetwork) inNetwork = inFile;
                else inFile = inNetwork;
            }
    }
}
