using System.Numerics;

namespace EnvHub.Learning;

/// <summary>The checks that a learner makes before it stores anything: one bad number would spoil every weight.</summary>
public static class TransitionGuard
{
    /// <summary>Checks a batch of <paramref name="copies"/> transitions of <paramref name="task"/>.</summary>
    /// <exception cref="HubException">EH2002 a reward is not finite; EH2003 an observation is not finite; EH2004 a part has the wrong length;
    /// EH2005 an action is outside the space; EH2019 an observation is none of its space.</exception>
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
        RequireObservations(task, transitions.Observations, size);
        RequireObservations(task, transitions.NextObservations, size);
    }

    private static void Require(TaskSpec task, string part, int length, int expected)
    {
        if (length != expected) throw LearningErrors.BadBatch(task.Name, part, length, expected);
    }

    // Buffers keep what the space holds, as small as it can be: another value would become one that nobody saw.
    private static void RequireObservations(TaskSpec task, ReadOnlySpan<float> observations, int size)
    {
        RequireFinite(task, observations, size);
        var space = task.Environment.ObservationSpace;
        var stored = StoredElements.Of(space);
        int other = StoredElements.IndexOfOther(stored, observations);
        if (other >= 0) throw LearningErrors.NotOfTheSpace(task.Name, other / size, $"{space}", other % size, observations[other]);
        if (space is IBoxSpace) return;
        for (int start = 0; start < observations.Length; start += size)
            if (!space.ContainsElements(observations.Slice(start, size)))
                throw LearningErrors.NotOfTheSpace(task.Name, start / size, $"{space}", 0, observations[start]);
    }

    private static void RequireFinite(TaskSpec task, ReadOnlySpan<float> observations, int size)
    {
        int i = 0;
        // Nothing finite differs from itself by more than nothing.
        for (; i <= observations.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var vector = new Vector<float>(observations[i..]);
            if (!Vector.EqualsAll(vector - vector, Vector<float>.Zero)) break;
        }
        for (; i < observations.Length; i++)
            if (!float.IsFinite(observations[i])) throw LearningErrors.BadObservation(task.Name, i / size, i % size, observations[i]);
    }
}
