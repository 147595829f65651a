namespace EnvHub.Plugins.Distillation.Tests;

/// <summary>What an earlier stage would give, of teachers that are rules.</summary>
internal static class Sources
{
    /// <summary>One source per task, as of a stage with a single-task learner.</summary>
    public static LearnerSource Of(TaskSpec task, RuleTeacher.Rule rule, string stage = "teachers", double meanReturn = 1) => new()
    {
        Stage = stage,
        Tasks = [task],
        Policy = new RuleTeacher(task.Environment.ObservationSpace.ElementSize, DiscreteActions.CountOf(task), rule),
        Weights = new InMemoryCheckpoint(),
        OpenState = static () => new InMemoryCheckpoint(),
        Returns = [meanReturn],
        TotalSteps = 0,
    };

    /// <summary>A teacher per task that likes the action that the sum of the elements points to.</summary>
    public static LearnerContext WithTeachers(LearnerContext context) => context with
    {
        Sources = [.. context.Tasks.Select(task => Of(task, static (observation, action) => action * Sum(observation)))],
    };

    private static float Sum(ReadOnlySpan<float> observation)
    {
        float sum = -0.5f;
        foreach (float element in observation) sum += element;
        return sum;
    }
}
