namespace EnvHub.Envs.ClassicControl;

/// <summary>What all environments of this family share: each gives its start, its dynamics and its judgement.</summary>
public abstract partial class ClassicControlEnvironment : BatchEnvironment
{
    /// <exception cref="HubException">EH1100 <paramref name="count"/> is below 1.</exception>
    private protected ClassicControlEnvironment(int count, EnvironmentSpec spec) : base(count, spec) { }

    /// <inheritdoc/>
    public sealed override bool CanSnapshot => true;

    /// <inheritdoc/>
    protected abstract override void Exchange(SnapshotArchive archive);

    /// <inheritdoc/>
    protected sealed override void Advance(int first, in ActionBatch actions, in StepBuffers rows)
    {
        Move(first, actions);
        Write(first, rows.FinalObservations);
        Judge(first, rows.Rewards, rows.Terminated);
    }

    /// <summary>Applies one action each to the copies from <paramref name="first"/> on.</summary>
    private protected abstract void Move(int first, in ActionBatch actions);

    /// <summary>Writes what the copies from <paramref name="first"/> on see after a step, one row each.</summary>
    private protected abstract void Write(int first, Span<float> observations);

    /// <summary>Writes the rewards of the copies from <paramref name="first"/> on, and whether their tasks have ended.</summary>
    private protected abstract void Judge(int first, Span<double> rewards, Span<bool> terminated);
}
