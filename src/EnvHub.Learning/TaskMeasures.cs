namespace EnvHub.Learning;

/// <summary>What learners of several tasks tell of how the tasks meet in the parameters that they share, in the order in which <see cref="Write"/> writes it.</summary>
public static class TaskMeasures
{
    /// <summary>Loss, weight and gradient norm per task; gradient cosine per pair.</summary>
    public static IReadOnlyList<MeasureSpec> Specs { get; } =
    [
        new("task_loss", "1", MeasureScope.PerTask, "Loss of the task in the last update, with the task's own weight; unknown before the first."),
        new("task_weight", "1", MeasureScope.PerTask, "Factor on the task's gradient of the shared parameters in the last update; 1 is as with equal weights."),
        new("gradient_norm", "1", MeasureScope.PerTask, "Length of the task's gradient of the shared parameters in the last update, before the factor."),
        new("gradient_cosine", "1", MeasureScope.PerTaskPair, "Cosine between two tasks' gradients of the shared parameters in the last update, -1 to 1; below 0 they conflict."),
    ];

    /// <summary>Writes the values.</summary>
    /// <param name="values">As many as <see cref="Specs"/> have for <paramref name="tasks"/>.</param>
    public static void Write(Span<double> values, QNetworkTrainer network, int tasks)
    {
        ArgumentNullException.ThrowIfNull(network);
        network.Describe(values[..tasks], values.Slice(tasks, tasks), values.Slice(2 * tasks, tasks), values.Slice(3 * tasks, tasks * tasks));
    }
}
