namespace EnvHub.Contracts;

/// <content>The state of all copies, written and taken back.</content>
public sealed partial class EnvironmentVector<TObservation, TAction> : ISnapshotEnvironment
{
    /// <inheritdoc/>
    public bool CanSnapshot => _copies[0].CanSnapshot;

    /// <inheritdoc/>
    public void Snapshot(ICheckpointWriter writer) => Snapshots.Write(writer);

    /// <inheritdoc/>
    public void Restore(ICheckpointReader reader)
    {
        Snapshots.Read(reader);
        _finalInfos.Clear(0, Count);
    }

    private Snapshots Snapshots => new(Spec, Count, CanSnapshot, Exchange);

    private void Exchange(SnapshotArchive archive)
    {
        archive.Value("reset", ref _isReset);
        archive.Array<int>("steps", _steps);
        for (int i = 0; i < _copies.Length; i++) _copies[i].ExchangeAll(archive.Part($"copies.{i}"));
    }
}
