namespace EnvHub.Contracts;

/// <summary>The order of events of a snapshot, once for all that have them.</summary>
/// <param name="Spec">Of what is written.</param>
/// <param name="Count">Its copies.</param>
/// <param name="CanSnapshot">Whether it has snapshots.</param>
/// <param name="Exchange">Names its state.</param>
internal readonly record struct Snapshots(EnvironmentSpec Spec, int Count, bool CanSnapshot, Action<SnapshotArchive> Exchange)
{
    private const string CountName = "count";

    /// <summary>Writes the state.</summary>
    public void Write(ICheckpointWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        RequireSnapshots();
        writer.Write<int>(CountName, [Count]);
        Exchange(new SnapshotArchive(writer));
    }

    /// <summary>Takes the state back. After an error, wherever it came from, the state is what it was.</summary>
    public void Read(ICheckpointReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        RequireSnapshots();
        RequireCount(reader);
        var exchange = Exchange;
        WholeLoad.Run(reader, writer => exchange(new SnapshotArchive(writer)), from => exchange(new SnapshotArchive(from)));
    }

    private void RequireSnapshots()
    {
        if (!CanSnapshot) throw ContractErrors.CannotSnapshot(Spec.Id.ToString());
    }

    private void RequireCount(ICheckpointReader reader)
    {
        int count = 0;
        reader.Require(CountName, 1);
        reader.Read(CountName, new Span<int>(ref count));
        if (count != Count) throw ContractErrors.WrongSnapshotCopies(Spec.Id.ToString(), count, Count);
    }
}
