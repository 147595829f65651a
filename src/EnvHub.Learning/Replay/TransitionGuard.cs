namespace EnvHub.Learning;

/// <summary>The checks that a learner makes before it stores anything: one bad number would spoil every weight.</summary>
public static class TransitionGuard
{
    /// <summary>Checks a batch of <paramref name="copies"/> transitions of <paramref name="task"/>.</summary>
    /// <exception cref="HubException">EH2002 a reward is not finite; EH2003 an observation is not finite; EH2004 a part has the wrong length;
    /// EH2005 an action is outside the space.</exception>
    public static void Check(TaskSpec task, int copies, int actionCount, in TransitionBatch transitions)
    {
        ArgumentNullException.ThrowIfNull(task);
        Require(task, "actions", transitions.Actions.Discrete.Length, copies);
        CheckNumbers(task, copies, transitions);
        for (int i = 0; i < copies; i++)
        {
            int action = transitions.Actions.Discrete[i];
            if ((uint)action >= (uint)actionCount) throw LearningErrors.BadAction(task.Name, i, action, actionCount);
        }
    }

    /// <summary>Checks all but the actions, whatever space they are of.</summary>
    /// <exception cref="HubException">EH2002 a reward is not finite; EH2003 an observation is not finite; EH2004 a part has the wrong length.</exception>
    public static void CheckNumbers(TaskSpec task, int copies, in TransitionBatch transitions)
    {
        ArgumentNullException.ThrowIfNull(task);
        int size = task.Environment.ObservationSpace.ElementSize, flags = ActionMask.SizeOf(task.Environment.ActionSpace);
        Require(task, "rewards", transitions.Rewards.Length, copies);
        Require(task, "terminated flags", transitions.Terminated.Length, copies);
        Require(task, "truncated flags", transitions.Truncated.Length, copies);
        Require(task, "observations", transitions.Observations.Length, copies * size);
        Require(task, "next observations", transitions.NextObservations.Length, copies * size);
        if (!transitions.ActionMasks.IsEmpty) Require(task, "action masks", transitions.ActionMasks.Length, copies * flags);
        if (!transitions.NextActionMasks.IsEmpty) Require(task, "next action masks", transitions.NextActionMasks.Length, copies * flags);
        for (int i = 0; i < copies; i++)
            if (!double.IsFinite(transitions.Rewards[i])) throw LearningErrors.BadReward(task.Name, i, transitions.Rewards[i]);
        RequireFinite(task, transitions.Observations, size);
        RequireFinite(task, transitions.NextObservations, size);
    }

    private static void Require(TaskSpec task, string part, int length, int expected)
    {
        if (length != expected) throw LearningErrors.BadBatch(task.Name, part, length, expected);
    }

    private static void RequireFinite(TaskSpec task, ReadOnlySpan<float> observations, int size)
    {
        for (int i = 0; i < observations.Length; i++)
            if (!float.IsFinite(observations[i])) throw LearningErrors.BadObservation(task.Name, i / size, i % size, observations[i]);
    }
}
