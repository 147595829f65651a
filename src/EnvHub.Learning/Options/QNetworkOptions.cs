using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>The shape of an action-value network.</summary>
public sealed record QNetworkOptions
{
    /// <summary>Units of each hidden layer, each 1 to 65,536; at least one layer. Default 128, 128.</summary>
    [MinLength(1)]
    [Range(1, 65_536)]
    public IReadOnlyList<int> Hidden { get; init; } = [128, 128];

    /// <summary>After each hidden layer. Default ReLU.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Whether each hidden layer is normalised before its activation. Default true.</summary>
    public bool LayerNorm { get; init; } = true;

    /// <summary>How tasks share the first layer; no difference with one task. Default an encoder per task.</summary>
    public InputSharing Inputs { get; init; } = InputSharing.EncoderPerTask;

    /// <summary>Whether each task has a head of its own or all share one. Default a head per task.</summary>
    public HeadSharing Heads { get; init; } = HeadSharing.PerTask;

    /// <summary>Whether images of three axes come as <c>[C, H, W]</c>, as some Python environments give them; else as <c>[H, W, C]</c>. Default false.</summary>
    public bool ChannelsFirst { get; init; }

    /// <summary>The network for <paramref name="tasks"/>: a head per task or one for all, one output per action.</summary>
    /// <exception cref="HubException">EH2000 a task's action space is not discrete; EH2300 tasks that differ are to share a head.</exception>
    public NetworkSpec ToSpec(IReadOnlyList<TaskSpec> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return new NetworkSpec
        {
            Heads = Heads == HeadSharing.Shared ? [SharedHead.SpecFor(tasks)] : [.. tasks.Select(task => new HeadSpec(task.Name, task.Environment.ObservationSpace.FlatSize, DiscreteActions.CountOf(task)))],
            Hidden = Hidden,
            Activation = Activation,
            LayerNorm = LayerNorm,
            Inputs = Inputs,
        };
    }
}
