namespace EnvHub.Contracts;

/// <content>The state of all copies, written and taken back.</content>
public abstract partial class BatchEnvironment : ISnapshotEnvironment
{
    /// <inheritdoc/>
    /// <remarks>False unless an author overrides it, together with <see cref="Exchange"/>.</remarks>
    public virtual bool CanSnapshot => false;

    /// <inheritdoc/>
    public void Snapshot(ICheckpointWriter writer) => Snapshots.Write(writer);

    /// <inheritdoc/>
    public void Restore(ICheckpointReader reader)
    {
        Snapshots.Read(reader);
        // They tell of an episode that ended here, not of the one that goes on.
        _finalInfos.Clear(0, Count);
    }

    /// <summary>Names every array that the copies' future depends on; generators and step counts are named already. Called only where
    /// <see cref="CanSnapshot"/>.</summary>
    protected virtual void Exchange(SnapshotArchive archive) { }

    private Snapshots Snapshots => new(Spec, Count, CanSnapshot, ExchangeAll);

    private void ExchangeAll(SnapshotArchive archive)
    {
        _episodes.Exchange(archive.Part("episodes"));
        Exchange(archive.Part("state"));
    }
}
