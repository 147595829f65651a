using EnvHub.Numerics;

namespace EnvHub.Evaluation;

/// <summary>One reset or one step of a trajectory: made once per side and filled anew each time. Numbers are widened to float64, which
/// holds every element exactly.</summary>
public sealed class TrajectoryRecord
{
    private readonly double[] _action, _observation, _firstObservation;

    /// <summary>An empty record.</summary>
    public TrajectoryRecord(TrajectoryLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        (_action, _observation, _firstObservation) = (new double[layout.ActionSize], new double[layout.ObservationSize], new double[layout.ObservationSize]);
    }

    /// <summary>The action that led here, shape <c>[ActionSize]</c>; of no meaning after a reset.</summary>
    public Span<double> Action => _action;

    /// <summary>What the step or the reset with a seed led to, shape <c>[ObservationSize]</c>.</summary>
    public Span<double> Observation => _observation;

    /// <summary>The new episode's first observation, shape <c>[ObservationSize]</c>; of no meaning where <see cref="HasEnded"/> is false.</summary>
    public Span<double> FirstObservation => _firstObservation;

    /// <summary>Of the step.</summary>
    public double Reward { get; set; }

    /// <summary>Whether the task ended the episode.</summary>
    public bool Terminated { get; set; }

    /// <summary>Whether the clock ended the episode.</summary>
    public bool Truncated { get; set; }

    /// <summary>Whether an episode ended here and the next one has begun.</summary>
    public bool HasEnded => Terminated || Truncated;

    /// <summary>Where the environment's generator stands now, after the reset of an ended episode; null where it is not shown.</summary>
    public Pcg64State? Generator { get; set; }
}
