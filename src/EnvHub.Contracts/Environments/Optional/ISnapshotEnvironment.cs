namespace EnvHub.Contracts;

/// <summary>A vector environment whose state can be written and taken back, so that an interrupted run goes on as if nothing had
/// happened.</summary>
/// <remarks>Current observations are the caller's and no part of the state, nor is what the last step told in its info.</remarks>
public interface ISnapshotEnvironment
{
    /// <summary>False where something inside has no snapshots, as a Python environment: then a resumed run starts an episode anew.</summary>
    bool CanSnapshot { get; }

    /// <summary>Writes everything that the future of every copy depends on, at any time, before the first reset too.</summary>
    /// <exception cref="HubException">EH1130 <see cref="CanSnapshot"/> is false.</exception>
    void Snapshot(ICheckpointWriter writer);

    /// <summary>Takes back what <see cref="Snapshot"/> wrote, bit for bit, whatever was played here before.</summary>
    /// <remarks>The environment must have been made with the same settings and count. After an error it is as it was.</remarks>
    /// <exception cref="HubException">EH1130 <see cref="CanSnapshot"/> is false; EH1131 an array has another length; EH1132 the snapshot
    /// is of another number of copies; or the checkpoint lacks an array, or has one of another type.</exception>
    void Restore(ICheckpointReader reader);
}
