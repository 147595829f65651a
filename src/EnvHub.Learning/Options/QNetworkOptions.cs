using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>The shape of an action-value network.</summary>
public sealed record QNetworkOptions
{
    /// <summary>Units of each hidden layer, each 1 to 65,536; at least one layer. Default 128, 128. Encoder and trunk, where given, stand in its place.</summary>
    [MinLength(1)]
    [Range(1, 65_536)]
    public IReadOnlyList<int> Hidden { get; init; } = [128, 128];

    /// <summary>After each hidden layer. Default ReLU.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Whether each hidden layer is normalised before its activation. Default true.</summary>
    public bool LayerNorm { get; init; } = true;

    /// <summary>The layers from an observation to the trunk, one by one; in place of hidden, activation and layerNorm. Each task has its own, or with
    /// inputs <c>encoderPerShape</c> tasks of equal shape share them. Null: none where a trunk is given.</summary>
    public IReadOnlyList<BlockOptions>? Encoder { get; init; }

    /// <summary>The layers that all tasks share, one by one, in place of hidden, activation and layerNorm; a linear head per task follows. Null: none where
    /// an encoder is given.</summary>
    public IReadOnlyList<BlockOptions>? Trunk { get; init; }

    /// <summary>How tasks share the first layer; no difference with one task. Default an encoder per task.</summary>
    public InputSharing Inputs { get; init; } = InputSharing.EncoderPerTask;

    /// <summary>Whether each task has a head of its own or all share one. Default a head per task.</summary>
    public HeadSharing Heads { get; init; } = HeadSharing.PerTask;

    /// <summary>The layers one by one; null where hidden says them.</summary>
    internal NetworkLayers? Layers => Encoder is null && Trunk is null ? null
        : new() { Encoder = [.. (Encoder ?? []).Select(layer => layer.ToSpec())], Trunk = [.. (Trunk ?? []).Select(layer => layer.ToSpec())] };

    /// <summary>As <see cref="NetworkSpec.Depth"/>.</summary>
    public int Depth => Encoder is null && Trunk is null ? Hidden.Count : 1;

    /// <summary>Whether images of three axes come as <c>[C, H, W]</c>, as some Python environments give them; else as <c>[H, W, C]</c>. Default false.</summary>
    public bool ChannelsFirst { get; init; }

    /// <summary>The network for <paramref name="tasks"/>: a head per task or one for all, one output per action.</summary>
    /// <exception cref="HubException">EH2000 a task's action space is not discrete; EH2300 tasks that differ are to share a head.</exception>
    public NetworkSpec ToSpec(IReadOnlyList<TaskSpec> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return new NetworkSpec
        {
            Heads = Heads == HeadSharing.Shared ? [SharedHead.SpecFor(tasks, ChannelsFirst)] : [.. tasks.Select(task => HeadOf(task, task.Name, ChannelsFirst))],
            Hidden = Hidden,
            Activation = Activation,
            LayerNorm = LayerNorm,
            Inputs = Inputs,
            Layers = Layers,
        };
    }

    /// <summary>A head for the task's observations and actions.</summary>
    internal static HeadSpec HeadOf(TaskSpec task, string name, bool channelsFirst) =>
        new(name, ObservationShape.Of(task.Environment, channelsFirst), DiscreteActions.CountOf(task));
}
