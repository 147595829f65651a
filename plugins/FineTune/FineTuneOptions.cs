using System.ComponentModel.DataAnnotations;
using EnvHub.Learning;

namespace EnvHub.Plugins.FineTune;

/// <summary>Settings of <c>fine-tune</c>: those of deep Q-learning, and what is taken from the source and how it is kept. The defaults copy
/// everything and hold nothing.</summary>
/// <remarks><see cref="ActionValueOptions.ExplorationStart"/> is 0.05 here: a copied policy explores by acting. Where the target turns that policy
/// upside down, as swapped actions do, 1 with a short schedule is better.</remarks>
public sealed record FineTuneOptions : QLearningOptions
{
    /// <summary>Defaults that differ from deep Q-learning's.</summary>
    public FineTuneOptions() => ExplorationStart = 0.05;

    /// <summary>Name of the stage to start from; null where the tasks' names say it. Default null.</summary>
    public string? SourceStage { get; init; }

    /// <summary>Task of the source to start from, or <c>shared</c> for the one head that all its tasks share; null: the one of the target's name, else the only one. Default null.</summary>
    public string? SourceTask { get; init; }

    /// <summary>Hidden layers to copy, from the first, at least 0; null: all. Default null.</summary>
    [Range(0, 1_000)]
    public int? CopyLayers { get; init; }

    /// <summary>Whether the head is copied too. Default keep; new where fewer layers than all are copied is a must.</summary>
    public HeadStart Head { get; init; }

    /// <summary>Per number of the target's observation its index in the source's, -1 for one that the source lacks; null: the same numbers, and a new
    /// first layer where their count differs. Default null.</summary>
    [Range(-1, 1_000_000)]
    public IReadOnlyList<int>? ObservationMap { get; init; }

    /// <summary>Per action of the target its index among the source's, -1 for one that the source lacks; null: the same actions, and a new head
    /// where their count differs. Default null.</summary>
    [Range(-1, 1_000_000)]
    public IReadOnlyList<int>? ActionMap { get; init; }

    /// <summary>Whether returns are normalised from the source's statistics on, so that copied action values keep their unit; else from none.
    /// Default true.</summary>
    public bool KeepReturnScale { get; init; } = true;

    /// <summary>Whether the optimiser goes on with the source's moments; else it is as new. Default false.</summary>
    public bool KeepOptimizer { get; init; }

    /// <summary>What stands still: <c>trunk</c> (all hidden layers), <c>trunk.k</c> (the k-th, from 0), <c>head</c>. Default nothing.</summary>
    public IReadOnlyList<string> Freeze { get; init; } = [];

    /// <summary>Steps for which <see cref="Freeze"/> holds, at least 1; null: for ever. Default null.</summary>
    [Range(1, 1_000_000_000_000)]
    public long? FreezeSteps { get; init; }

    /// <summary>Factor on the learning rate of the hidden layers, (0, 1]. Default 1.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double TrunkLearningRateFactor { get; init; } = 1;

    /// <summary>α of L2-SP, at least 0: pulls copied weights to where they began. Default 0.</summary>
    [Range(0.0, 1e6)]
    public double CopiedPenalty { get; init; }

    /// <summary>β of L2-SP, at least 0: pulls new weights to 0. Default 0.</summary>
    [Range(0.0, 1e6)]
    public double NewPenalty { get; init; }

    /// <summary>Weight of the source task's own loss on its own replay, at least 0; 0 leaves it out. Default 0.</summary>
    [Range(0.0, 1e6)]
    public double SourceWeight { get; init; }

    /// <summary>Whether the source's policy is a teacher. Default not.</summary>
    public TeacherOptions Teacher { get; init; } = new();
}
