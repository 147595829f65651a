namespace EnvHub.Learning;

/// <summary>The measures that learners of action values have in common, in the order in which <see cref="Write"/> writes them.</summary>
public static class QMeasures
{
    /// <summary>Updates, loss, mean action value, epsilon, learning rate.</summary>
    public static IReadOnlyList<MeasureSpec> Specs { get; } =
    [
        new(MeasureSpec.Updates, "gradient steps", MeasureScope.Overall, "Gradient steps so far."),
        new("loss", "1", MeasureScope.Overall, "Loss of the last update, summed over tasks with their weights; unknown before the first."),
        new("mean_action_value", "return, by the task's return scale where that is on", MeasureScope.Overall,
            "Mean value of the actions in the last update's batch, over all tasks; unknown before the first."),
        new("epsilon", "probability", MeasureScope.Overall, "Chance of a random action at the next step, 0 to 1."),
        new("learning_rate", "1", MeasureScope.Overall, "Learning rate of updates that are due now."),
    ];

    /// <summary>Writes the values.</summary>
    /// <param name="values">At least as many as <see cref="Specs"/>.</param>
    public static void Write(Span<double> values, long updates, BatchLoss last, double epsilon, double learningRate)
    {
        (values[0], values[1], values[2]) = (updates, last.Loss, last.MeanValue);
        // As the learner uses them: single precision.
        (values[3], values[4]) = ((float)epsilon, (float)learningRate);
    }
}
