using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>Asks learners and policies for what only some of them have.</summary>
public static class LearnerProbe
{
    /// <summary>The action values of a policy that must have some; see <see cref="IActionValuePolicy"/>.</summary>
    public static void ActionValues(this IPolicy policy, int task, ReadOnlySpan<float> observations, Span<float> values)
    {
        Assert.That(policy, Is.InstanceOf<IActionValuePolicy>());
        ((IActionValuePolicy)policy).ActionValues(task, observations, values);
    }

    /// <summary>An overall measure as it stands; null where the learner has none of that name.</summary>
    /// <param name="tasks">How many tasks it learns.</param>
    public static double? Measured(this ILearner learner, string name, int tasks = 1)
    {
        ArgumentNullException.ThrowIfNull(learner);
        var values = new double[learner.Measures.Sum(measure => measure.CountFor(tasks))];
        learner.Measure(values);
        int at = 0;
        foreach (var measure in learner.Measures)
        {
            if (measure.Name == name && measure.Scope == MeasureScope.Overall) return values[at];
            at += measure.CountFor(tasks);
        }
        return null;
    }
}
