namespace EnvHub.Contracts;

/// <content>The state of the wrapper and of what is inside, written and taken back.</content>
public abstract partial class WrapperVector : ISnapshotEnvironment
{
    /// <inheritdoc/>
    public bool CanSnapshot => HasSnapshot && Inner is ISnapshotEnvironment { CanSnapshot: true };

    /// <summary>Whether <see cref="Exchange"/> names everything that the wrapper's own future depends on. False unless an author overrides
    /// it: a wrapper without state of its own says true and leaves <see cref="Exchange"/> as it is.</summary>
    protected virtual bool HasSnapshot => false;

    /// <inheritdoc/>
    public void Snapshot(ICheckpointWriter writer) => Snapshots.Write(writer);

    /// <inheritdoc/>
    public void Restore(ICheckpointReader reader)
    {
        Snapshots.Read(reader);
        OnRestored();
    }

    /// <summary>Names the wrapper's own arrays that its future depends on; what is inside is taken care of.</summary>
    protected virtual void Exchange(SnapshotArchive archive) { }

    /// <summary>Called after a restore that succeeded: to forget what the last step told in its info.</summary>
    protected virtual void OnRestored() { }

    private Snapshots Snapshots => new(Spec, Count, CanSnapshot, ExchangeAll);

    private void ExchangeAll(SnapshotArchive archive)
    {
        archive.Inside("inside", (ISnapshotEnvironment)Inner);
        archive.Value("reset", ref _isReset);
        Exchange(archive.Part("wrapper"));
    }
}
