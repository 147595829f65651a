using System.ComponentModel.DataAnnotations;
using EnvHub.Learning;

namespace EnvHub.Plugins.Pqn;

/// <summary>Settings of <c>pqn</c> and <c>multitask-pqn</c>. It lives on many copies: give the experiment or <c>train</c> some 32 of them.</summary>
/// <remarks>Steps are environment steps of one task, all copies together. What takes the target network's place is <c>network.layerNorm</c>, which is on by default.</remarks>
public sealed record PqnOptions : ActionValueOptions
{
    /// <summary>At the first step, (0, 1]. Default 5e-4.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public override double LearningRate { get; init; } = 5e-4;

    /// <summary>λ of the targets, [0, 1]: 0 looks one step ahead, 1 to the rollout's end. Default 0.65.</summary>
    [Range(0.0, 1.0)]
    public double Lambda { get; init; } = 0.65;

    /// <summary>Steps of every copy from one learning phase to the next, at least 1. Default 32.</summary>
    [Range(1, 65_536)]
    public int RolloutSteps { get; init; } = 32;

    /// <summary>Passes over a rollout, at least 1. Default 4.</summary>
    [Range(1, 1_000)]
    public int Epochs { get; init; } = 4;

    /// <summary>Updates per pass, at least 1: a rollout is split into as many batches. Default 8.</summary>
    [Range(1, 65_536)]
    public int Minibatches { get; init; } = 8;

    /// <summary>How an error becomes a loss. Default MSE.</summary>
    public override LossKind Loss { get; init; } = LossKind.Mse;

    /// <summary>Why a stage cannot be learned with these settings, in a sentence; null if it can.</summary>
    public string? Refusal(StageSpec stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        long rollout = (long)RolloutSteps * stage.Copies;
        if (rollout > int.MaxValue / 2) return $"rolloutSteps is {RolloutSteps} and there are {stage.Copies} copies: more transitions than a rollout can number. Lower one of them.";
        if (rollout < Minibatches) return $"A rollout has {rollout} transitions (rolloutSteps {RolloutSteps}, copies {stage.Copies}), which cannot be split into {Minibatches} minibatches. Give more copies, or lower minibatches.";
        if (stage.Steps < rollout) return $"The stage has {stage.Steps} steps per task, and one rollout takes {rollout}: nothing would be learned. Give it more steps, or lower rolloutSteps or copies.";
        return Network.Heads == HeadSharing.Shared ? SharedHead.Refusal(stage.Tasks) : null;
    }
}
