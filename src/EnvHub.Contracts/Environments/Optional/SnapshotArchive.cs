using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>A snapshot on its way out or back in: an environment names each part of its state once, in one method, and the archive writes
/// it or takes it back.</summary>
/// <remarks>What takes part in no future step, such as room for intermediate results, need not be named. An environment whose arrays are
/// of other types than float, double, int, long, uint, ulong, byte and bool passes copies, and takes them over where
/// <see cref="IsRestoring"/>.</remarks>
public sealed class SnapshotArchive
{
    private readonly ICheckpointWriter? _writer;
    private readonly ICheckpointReader? _reader;

    internal SnapshotArchive(ICheckpointWriter writer) => _writer = writer;

    internal SnapshotArchive(ICheckpointReader reader) => _reader = reader;

    /// <summary>Whether values come in.</summary>
    public bool IsRestoring => _reader is not null;

    /// <summary>An array: of the length that it had when the snapshot was taken.</summary>
    /// <param name="name">Used once per archive or part.</param>
    /// <exception cref="HubException">EH1131 the snapshot's has another length; or the snapshot lacks it, or has one of another type.</exception>
    public void Array<T>(string name, Span<T> values) where T : unmanaged
    {
        if (_writer is not null)
        {
            _writer.Write<T>(name, values);
            return;
        }
        _reader!.Require(name, values.Length);
        _reader!.Read(name, values);
    }

    /// <summary>One value.</summary>
    /// <exception cref="HubException">As <see cref="Array"/>.</exception>
    public void Value<T>(string name, ref T value) where T : unmanaged => Array(name, new Span<T>(ref value));

    /// <summary>A generator's place in its stream; null for one that was never made.</summary>
    /// <exception cref="HubException">As <see cref="Array"/>.</exception>
    public void Generator(string name, ref RandomGenerator? random) => Generators(name, new Span<RandomGenerator?>(ref random));

    /// <summary>Generators' places in their streams; null for one that was never made.</summary>
    /// <exception cref="HubException">As <see cref="Array"/>.</exception>
    public void Generators(string name, Span<RandomGenerator?> random)
    {
        var exist = new bool[random.Length];
        var words = new ulong[random.Length * Pcg64State.Words];
        for (int i = 0; i < exist.Length; i++)
        {
            exist[i] = random[i] is not null;
            random[i]?.State.CopyTo(words.AsSpan(i * Pcg64State.Words));
        }
        Array<bool>($"{name}.exist", exist);
        Array<ulong>($"{name}.words", words);
        for (int i = 0; IsRestoring && i < exist.Length; i++)
            random[i] = exist[i] ? Moved(random[i], Pcg64State.From(words.AsSpan(i * Pcg64State.Words, Pcg64State.Words))) : null;
    }

    /// <summary>The state of an environment inside, under names of its own.</summary>
    /// <exception cref="HubException">As <see cref="ISnapshotEnvironment.Snapshot"/> and <see cref="ISnapshotEnvironment.Restore"/>.</exception>
    public void Inside(string name, ISnapshotEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (_writer is not null) environment.Snapshot(new NamedPart(name, _writer));
        else environment.Restore(new NamedPart(name, _reader!));
    }

    /// <summary>The same archive under names of its own.</summary>
    internal SnapshotArchive Part(string name) => _writer is not null
        ? new(writer: new NamedPart(name, _writer))
        : new(reader: new NamedPart(name, _reader!));

    // One that is there stays the same object: others may hold it.
    private static RandomGenerator Moved(RandomGenerator? random, Pcg64State place)
    {
        random ??= new RandomGenerator(place);
        random.State = place;
        return random;
    }
}
