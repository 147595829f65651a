using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>How much a teacher's loss counts beside the temporal-difference loss, λ, and when that ends.</summary>
/// <remarks>Kick-starting (Schmitt et al. 2018): λ falls linearly to 0, as by default. QDagger (Agarwal et al. 2022): <see cref="End"/> as large as
/// <see cref="Start"/> and <see cref="ByScore"/> on.</remarks>
public sealed record TeacherWeightOptions
{
    /// <summary>λ at the first step, at least 0. Default 1.</summary>
    [Range(0.0, 1e6)]
    public double Start { get; init; } = 1;

    /// <summary>λ just before <see cref="Fraction"/> ends, reached linearly, at least 0. Default 0.</summary>
    [Range(0.0, 1e6)]
    public double End { get; init; }

    /// <summary>Share of all steps after which λ is 0, [0, 1]. Default 0.5.</summary>
    [Range(0.0, 1.0)]
    public double Fraction { get; init; } = 0.5;

    /// <summary>Whether λ is multiplied by what the student lacks of its teacher's score, from 1 for a random policy's to 0 for the teacher's.
    /// Default false.</summary>
    public bool ByScore { get; init; }

    /// <summary>The random policy's mean return by task, where the environment does not state it; with <see cref="ByScore"/> alone.</summary>
    public IReadOnlyDictionary<string, double> RandomReturns { get; init; } = new Dictionary<string, double>();

    /// <summary>The random policy's mean return on <paramref name="task"/>: as given here, else the environment's; null if neither is.</summary>
    public double? RandomReturnOf(TaskSpec task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return RandomReturns.TryGetValue(task.Name, out double given) ? given : task.Environment.ReferenceScores?.Random;
    }

    /// <summary>Why λ cannot be computed on <paramref name="task"/>, in a sentence; null if it can.</summary>
    public string? Refusal(TaskSpec task) => !ByScore || RandomReturnOf(task) is not null ? null
        : $"The return of a random policy on '{task.Name}' is not known, which byScore measures from. Give it in randomReturns, or set byScore to false.";
}
