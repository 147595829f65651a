using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>How strongly a learner is held to its source's policy while it learns.</summary>
public sealed record TeacherOptions
{
    /// <summary>λ over the stage. Here it follows the student's score, over all steps, and is off until <c>start</c> and <c>end</c> are given: defaults 0
    /// and 0, fraction 1, byScore true.</summary>
    public TeacherWeightOptions Weight { get; init; } = new() { Start = 0, End = 0, Fraction = 1, ByScore = true };

    /// <summary>τ by which both sides' action values are divided before the softmax, above 0, in units of the action values. Default 0.1.</summary>
    [Range(0.0, 1e6, MinimumIsExclusive = true)]
    public double Temperature { get; init; } = 0.1;

    /// <summary>Whether λ is ever above 0.</summary>
    public bool IsOn => Weight.Start > 0 || Weight.End > 0;

    /// <summary>The same with a random policy's return for <paramref name="target"/>: as given, else the environment's, else that of the source where it is the
    /// same environment with other settings.</summary>
    public TeacherOptions For(TaskSpec target, TaskSpec source)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        bool isVariant = target.Environment.Id == source.Environment.Id;
        if (Weight.RandomReturnOf(target) is not null || !isVariant || Weight.RandomReturnOf(source) is not { } known) return this;
        return this with { Weight = Weight with { RandomReturns = new Dictionary<string, double>(Weight.RandomReturns) { [target.Name] = known } } };
    }
}
