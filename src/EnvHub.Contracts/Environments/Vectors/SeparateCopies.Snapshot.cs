namespace EnvHub.Contracts;

/// <content>The state of all copies, written and taken back.</content>
public sealed partial class SeparateCopies : ISnapshotEnvironment
{
    /// <inheritdoc/>
    public bool CanSnapshot => Array.TrueForAll(_copies, static copy => copy is ISnapshotEnvironment { CanSnapshot: true });

    /// <inheritdoc/>
    public void Snapshot(ICheckpointWriter writer) => Snapshots.Write(writer);

    /// <inheritdoc/>
    public void Restore(ICheckpointReader reader) => Snapshots.Read(reader);

    private Snapshots Snapshots => new(Spec, Count, CanSnapshot, Exchange);

    private void Exchange(SnapshotArchive archive)
    {
        archive.Value("reset", ref _isReset);
        for (int i = 0; i < _copies.Length; i++) archive.Inside($"copies.{i}", (ISnapshotEnvironment)_copies[i]);
    }
}
