using System.ComponentModel.DataAnnotations;
using EnvHub.Learning;

namespace EnvHub.Plugins.MetaLearning;

/// <summary>What all meta-learners have in common: the settings of deep Q-learning are those of the inner loop, and its schedules span one
/// inner loop.</summary>
/// <remarks>Adapt with the same settings. Returns are not normalised here: their deviation would begin anew in every inner loop, and with it the
/// unit of the action values. The network has one head for all members, whatever <see cref="QNetworkOptions.Heads"/> says.</remarks>
public abstract record MetaOptions : QLearningOptions
{
    /// <summary>Defaults that differ from deep Q-learning's.</summary>
    protected MetaOptions()
    {
        LearningRateEnd = null;
        LearningStarts = 64;
        TrainFrequency = 2;
        BufferCapacity = 10_000;
        ExplorationFraction = 0.2;
        NormalizeReturns = false;
        Network = new() { Hidden = [64, 64], Heads = HeadSharing.Shared };
    }

    /// <summary>Environment steps of an inner loop, per member, all copies together; at least 1. Default 500.</summary>
    [Range(1, 1_000_000_000)]
    public int InnerSteps { get; init; } = 500;
}
