namespace EnvHub.Learning;

/// <summary>What learners of <see cref="LearnerScope.SingleTask"/> ask of their context.</summary>
public static class SingleTask
{
    /// <summary>Checks that there is one task.</summary>
    /// <param name="learner">The learner's name, for the message.</param>
    /// <exception cref="HubException">EH2001 there are more tasks, or none.</exception>
    public static void Require(string learner, LearnerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Tasks.Count != 1) throw LearningErrors.TaskCount(learner, context.Tasks.Count);
    }
}
