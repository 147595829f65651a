namespace EnvHub.Learning;

/// <summary>Reads what a source's learner remembers of a task.</summary>
public static class SourceReplay
{
    /// <summary>The task's transitions, and the unit σ of its action values: 1 where the source did not normalise returns.</summary>
    /// <exception cref="HubException">EH2103 the source's state holds no transitions of the task.</exception>
    public static (ReplayBuffer Replay, double ReturnScale) Read(SourceTask source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var state = source.Source.OpenState();
        string prefix = TaskLearner.NameOf(source.Task.Name, "replay.");
        if (!state.Names.Contains(prefix + "position")) throw LearningErrors.NoReplay(source.Label);
        Span<int> position = stackalloc int[3];
        state.Read(prefix + "position", position);
        if (position[1] == 0) throw LearningErrors.NoReplay(source.Label);
        string masks = prefix + ReplayBuffer.MasksName;
        var replay = new ReplayBuffer(position[0], source.Inputs, state.Names.Contains(masks) ? state.LengthOf(masks) / position[1] : 0);
        replay.Load(state, prefix);
        return (replay, ReturnNormalizer.ScaleIn(state, TaskLearner.NameOf(source.Task.Name, "returns.")) ?? 1);
    }
}
