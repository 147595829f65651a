using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>A checkpoint that never leaves the process: what tests save to, compare and load from.</summary>
public sealed class InMemoryCheckpoint : ICheckpointWriter, ICheckpointReader
{
    // What the hub's files hold.
    private static readonly Type[] Types = [typeof(float), typeof(double), typeof(int), typeof(long), typeof(uint), typeof(ulong), typeof(byte), typeof(bool)];

    private readonly Dictionary<string, Entry> _entries = [];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <summary>The length of each axis, as written.</summary>
    public IReadOnlyList<int> ShapeOf(string name) => Find(name).Shape;

    /// <summary>Names whose bits, type or shape differ between the two, or that only one of them has.</summary>
    public IReadOnlyList<string> DifferencesFrom(InMemoryCheckpoint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. Names.Union(other.Names).Where(name => !(_entries.TryGetValue(name, out var mine)
            && other._entries.TryGetValue(name, out var theirs) && mine.SameAs(theirs))).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH9001 the name was used before; EH9002 the shape does not hold as many values; EH9007 the values are of a type that no
    /// file holds.</exception>
    public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged
    {
        if (!Types.Contains(typeof(T))) throw new HubException("EH9007", $"checkpoint: '{name}' holds {typeof(T).Name} values, which no checkpoint file takes. Write numbers.");
        int[] axes = shape.IsEmpty ? [values.Length] : shape.ToArray();
        if (axes.Aggregate(1, static (product, axis) => product * axis) != values.Length)
            throw new HubException("EH9002", $"checkpoint: '{name}' has {values.Length} values; its shape is [{string.Join(", ", axes)}]. Make the two agree.");
        if (!_entries.TryAdd(name, new(typeof(T), axes, MemoryMarshal.AsBytes(values).ToArray())))
            throw new HubException("EH9001", $"checkpoint: '{name}' was written before; each name is written once. Give the parts prefixes of their own.");
    }

    /// <inheritdoc/>
    public int LengthOf(string name)
    {
        var entry = Find(name);
        return entry.Shape.Aggregate(1, static (product, axis) => product * axis);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH9003 no such array; EH9004 another type or length.</exception>
    public void Read<T>(string name, Span<T> values) where T : unmanaged
    {
        var entry = Find(name);
        if (entry.Type != typeof(T) || entry.Bytes.Length != values.Length * Unsafe.SizeOf<T>())
            throw new HubException("EH9004", $"checkpoint: '{name}' holds {LengthOf(name)} values of {entry.Type.Name}; "
                + $"{values.Length} of {typeof(T).Name} were asked for. Read what was written.");
        entry.Bytes.CopyTo(MemoryMarshal.AsBytes(values));
    }

    private Entry Find(string name) => _entries.TryGetValue(name, out var entry) ? entry
        : throw new HubException("EH9003", $"checkpoint: there is no '{name}'; there are {string.Join(", ", Names)}. Read what was written.");

    private sealed record Entry(Type Type, int[] Shape, byte[] Bytes)
    {
        public bool SameAs(Entry other) => Type == other.Type && Shape.AsSpan().SequenceEqual(other.Shape) && Bytes.AsSpan().SequenceEqual(other.Bytes);
    }
}
