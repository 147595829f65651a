namespace EnvHub.Contracts;

/// <content>The state of all copies, written and taken back.</content>
public sealed partial class AutoresetVector : ISnapshotEnvironment
{
    /// <inheritdoc/>
    public bool CanSnapshot => _inner is ISnapshotEnvironment { CanSnapshot: true };

    /// <inheritdoc/>
    public void Snapshot(ICheckpointWriter writer) => Snapshots.Write(writer);

    /// <inheritdoc/>
    public void Restore(ICheckpointReader reader) => Snapshots.Read(reader);

    private Snapshots Snapshots => new(Spec, Count, CanSnapshot, Exchange);

    private void Exchange(SnapshotArchive archive)
    {
        archive.Inside("inside", (ISnapshotEnvironment)_inner);
        archive.Array<bool>("waits", _waits);
        archive.Array<float>("nextStarts", _nextStarts);
        if (_nextMasks.Length > 0) archive.Array<bool>("nextMasks", _nextMasks);
    }
}
