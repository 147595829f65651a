namespace EnvHub.Contracts;

/// <content>The copy's state, written and taken back.</content>
public abstract partial class Environment<TObservation, TAction>
{
    /// <summary>Whether <see cref="Exchange"/> names everything that the copy's future depends on. False unless an author overrides it;
    /// then a resumed run starts an episode anew.</summary>
    public virtual bool CanSnapshot => false;

    /// <summary>Names every value that the copy's future depends on; the generator is named already.</summary>
    protected virtual void Exchange(SnapshotArchive archive) { }

    internal void ExchangeAll(SnapshotArchive archive)
    {
        archive.Generator("generator", ref _random);
        archive.Value("begun", ref _hasBegun);
        archive.Value("running", ref _isRunning);
        Exchange(archive.Part("state"));
    }
}
