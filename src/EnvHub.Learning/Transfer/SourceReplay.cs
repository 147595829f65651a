namespace EnvHub.Learning;

/// <summary>Reads what a source's learner remembers of a task.</summary>
public static class SourceReplay
{
    private const int MostWaiting = 1_000;   // as long as an n-step return can be

    /// <summary>The task's transitions, and the unit σ of its action values: 1 where the source did not normalise returns.</summary>
    /// <exception cref="HubException">EH2103 the source's state holds no transitions of the task.</exception>
    public static (ReplayBuffer Replay, double ReturnScale) Read(SourceTask source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var state = source.Source.OpenState();
        string prefix = TaskLearner.NameOf(source.Task.Name, "replay.");
        if (!state.Names.Contains(prefix + "position")) throw LearningErrors.NoReplay(source.Label);
        var (capacity, count, _, code) = ReplayBuffer.PositionIn(state, prefix);
        if (count == 0) throw LearningErrors.NoReplay(source.Label);
        var scaler = ObservationScaler.OfCode(source.Task.Environment, code);
        int copies = Math.Max(1, state.LengthOf(prefix + "last") / scaler.Layout.Stack);
        int maskSize = state.Names.Contains(prefix + ReplayBuffer.MasksName) ? DiscreteActions.CountOf(source.Task) : 0;
        var replay = new ReplayBuffer(capacity, scaler, copies, MostWaiting, maskSize);
        replay.Load(state, prefix);
        // The steps that waited when the source ended stay behind.
        replay.Sweep();
        return (replay, ReturnNormalizer.ScaleIn(state, TaskLearner.NameOf(source.Task.Name, "returns.")) ?? 1);
    }
}
