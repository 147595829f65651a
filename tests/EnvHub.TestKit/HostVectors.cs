using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>Vectors in this process's memory, for tests that look inside.</summary>
public static class HostVectors
{
    /// <summary>The values themselves.</summary>
    /// <exception cref="InvalidCastException">The vector lies elsewhere.</exception>
    public static Span<float> Span(this ParameterVector vector) => ((IHostVector)vector).Span;

    /// <summary>A vector of <paramref name="backend"/> with these values.</summary>
    public static ParameterVector VectorOf(this INetworkBackend backend, params ReadOnlySpan<float> values)
    {
        ArgumentNullException.ThrowIfNull(backend);
        var vector = backend.CreateVector(values.Length);
        vector.Write(values);
        return vector;
    }

    /// <summary>All segments of a vector of <paramref name="network"/>, one after the other in the order of files.</summary>
    public static float[] InFileOrder(this INetwork network, ParameterVector vector)
    {
        ArgumentNullException.ThrowIfNull(network);
        var values = new float[network.Segments.Sum(segment => segment.Count)];
        int offset = 0;
        foreach (var segment in network.Segments)
        {
            network.Export(vector, segment, values.AsSpan(offset, segment.Count));
            offset += segment.Count;
        }
        return values;
    }

    /// <summary>The inverse of <see cref="InFileOrder"/>.</summary>
    public static void FromFileOrder(this INetwork network, ParameterVector vector, ReadOnlySpan<float> values)
    {
        ArgumentNullException.ThrowIfNull(network);
        foreach (var segment in network.Segments)
        {
            network.Import(vector, segment, values[..segment.Count]);
            values = values[segment.Count..];
        }
    }
}
