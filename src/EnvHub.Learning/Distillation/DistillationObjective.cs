namespace EnvHub.Learning;

/// <summary>One of the losses of <see cref="DistillationLoss"/>, chosen by options: from a teacher's action values to the student's gradients.</summary>
/// <remarks>Two calls: <see cref="ToTarget"/>, then <see cref="Evaluate"/>. Between them targets of several teachers may be averaged.</remarks>
public sealed class DistillationObjective
{
    private readonly DistillationLossOptions _options;

    /// <summary>Whether targets are probabilities; else action values.</summary>
    public bool IsOverProbabilities => _options.Kind != DistillationLossKind.Mse;

    /// <param name="options">Which loss.</param>
    public DistillationObjective(DistillationLossOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>Replaces a teacher's action values by what the student is held to: probabilities, or the values as they are for MSE.</summary>
    /// <param name="teacherValues">Shape <c>[B, A]</c>.</param>
    /// <param name="actionCount">A.</param>
    public void ToTarget(Span<float> teacherValues, int actionCount)
    {
        if (_options.Kind == DistillationLossKind.Kl) TeacherDistribution.Soft(teacherValues, actionCount, _options.Temperature);
        else if (_options.Kind == DistillationLossKind.CrossEntropy) TeacherDistribution.Hard(teacherValues, actionCount);
    }

    /// <summary>The loss, mean over the batch; the student's values are replaced by its gradients.</summary>
    /// <param name="values">q(s, ·) of the student, shape <c>[B, A]</c>; replaced by <c>∂L/∂q</c>.</param>
    /// <param name="target">What <see cref="ToTarget"/> gave, shape <c>[B, A]</c>.</param>
    /// <param name="actionCount">A.</param>
    public double Evaluate(Span<float> values, ReadOnlySpan<float> target, int actionCount) => _options.Kind switch
    {
        DistillationLossKind.Mse => DistillationLoss.Mse(values, target, actionCount),
        DistillationLossKind.CrossEntropy => DistillationLoss.CrossEntropy(values, target, actionCount),
        _ => DistillationLoss.Kl(values, target, actionCount, _options.TemperatureOnStudent ? _options.Temperature : 1),
    };
}
