namespace EnvHub.Learning;

/// <summary>The weights of a source as one of its tasks uses them: a network of one head.</summary>
/// <remarks>It reads what any learner of action values writes as <c>model.safetensors</c>: an encoder per task, one first layer for one
/// task, or one that several tasks share with a one-hot, whose row then joins the bias; a head per task or one for all.</remarks>
public sealed class SourceTask
{
    private readonly ICheckpointReader _weights;
    private readonly int _index;
    private readonly bool _hasEncoder, _sharesHead;
    private readonly string? _encoder;   // of layers one by one: what its segments' names begin with

    /// <param name="source">What an earlier stage learned.</param>
    /// <param name="index">The task's index in <see cref="LearnerSource.Tasks"/>.</param>
    /// <exception cref="HubException">EH2100 the weights have no such head, or none of the known first layers.</exception>
    public SourceTask(LearnerSource source, int index)
    {
        ArgumentNullException.ThrowIfNull(source);
        (Source, _weights, _index, Task) = (source, source.Weights, index, source.Tasks[index]);
        var names = _weights.Names.ToHashSet(StringComparer.Ordinal);
        var known = (source.Policy as INetworkPolicy)?.Network.Spec;
        (Layers, Input) = (known?.Layers, known?.Heads[HeadIn(source, index)].Input ?? ObservationShape.Of(Task.Environment));
        if (Layers is not null) _encoder = NetworkPlan.Of(known!) is var plan && plan.EncoderOf(HeadIn(source, index)) is >= 0 and var place ? plan.Encoders[place].Name : null;
        _hasEncoder = names.Contains($"encoder.{Task.Name}.weight");
        _sharesHead = names.Contains($"head.{SharedHead.Name}.weight");
        foreach (string needed in Layers is null ? [NameOf("trunk.0.weight"), NameOf("head.weight")] : new[] { NameOf("head.weight") })
            if (!names.Contains(needed)) throw LearningErrors.NoSegment(Label, needed);
        HasNorm = names.Contains("trunk.0.norm.weight");
        Activation = known?.Activation;
        var hidden = new List<int>();
        while (Layers is null && names.Contains(NameOf($"trunk.{hidden.Count}.bias"))) hidden.Add(_weights.LengthOf(NameOf($"trunk.{hidden.Count}.bias")));
        (Hidden, Inputs, Outputs) = (hidden, Task.Environment.ObservationSpace.FlatSize, _weights.LengthOf(NameOf("head.bias")));
    }

    /// <summary>What the stage learned.</summary>
    public LearnerSource Source { get; }

    /// <summary>The task as the stage learned it.</summary>
    public TaskSpec Task { get; }

    /// <summary>Its mean greedy return at the stage's end.</summary>
    public double MeanReturn => Source.Returns[_index];

    /// <summary>Stage and task, for people.</summary>
    public string Label => $"{Source.Stage}/{Task.Name}";

    /// <summary>Units of each hidden layer.</summary>
    public IReadOnlyList<int> Hidden { get; }

    /// <summary>The layers one by one; null for a network of hidden layers.</summary>
    public NetworkLayers? Layers { get; }

    /// <summary>The shape of an observation as the network sees it.</summary>
    public TensorShape Input { get; }

    /// <summary>As <see cref="NetworkSpec.Depth"/>.</summary>
    public int Depth => Layers is null ? Hidden.Count : 1;

    /// <summary>Whether the hidden layers are normalised.</summary>
    public bool HasNorm { get; }

    /// <summary>After each hidden layer, as the source's policy tells; null where it does not, for weights alone do not say.</summary>
    public Activation? Activation { get; }

    /// <summary>Numbers per observation, n.</summary>
    public int Inputs { get; }

    /// <summary>Actions, A.</summary>
    public int Outputs { get; }

    /// <summary>The values of one part of the network.</summary>
    /// <param name="path">As <see cref="SegmentRole.Path"/>.</param>
    /// <returns>A weight as <c>[outputs, inputs]</c>, a vector as <c>[outputs]</c>.</returns>
    /// <exception cref="HubException">The source has no such part.</exception>
    public float[] Read(string path)
    {
        string name = NameOf(path);
        var values = new float[_weights.LengthOf(name)];
        _weights.Read(name, values.AsSpan());
        bool sharesFirst = Layers is null && !_hasEncoder && !_sharesHead && Source.Tasks.Count > 1;
        return !sharesFirst ? values : path switch
        {
            "trunk.0.weight" => OwnColumns(values),
            "trunk.0.bias" => WithOneHot(values),
            _ => values,
        };
    }

    /// <summary>Makes the network, with the source's weights.</summary>
    /// <param name="context">Whose backend makes it.</param>
    /// <param name="otherwise">The activation where the source's is not known.</param>
    public INetwork ToNetwork(LearnerContext context, Activation otherwise)
    {
        ArgumentNullException.ThrowIfNull(context);
        var network = context.Networks.Create(
            new() { Heads = [new(Task.Name, Input, Outputs)], Hidden = Hidden, Activation = Activation ?? otherwise, LayerNorm = HasNorm, Layers = Layers },
            context.Random.Scope("source").Generator(Task.Name));
        WeightTransfer.Apply(network, [this], new(Depth, HeadStart.Keep));
        return network;
    }

    private static int HeadIn(LearnerSource source, int index) => source.Policy is INetworkPolicy policy ? policy.HeadOf(index) : index;

    private string NameOf(string path) => path switch
    {
        _ when _encoder is not null && path.StartsWith("encoder.", StringComparison.Ordinal) => _encoder + path["encoder".Length..],
        "trunk.0.weight" or "trunk.0.bias" when _hasEncoder => $"encoder.{Task.Name}.{path["trunk.0.".Length..]}",
        "head.weight" or "head.bias" => $"head.{(_sharesHead ? SharedHead.Name : Task.Name)}.{path["head.".Length..]}",
        _ => path,
    };

    private float[] OwnColumns(float[] shared)
    {
        int width = shared.Length / Hidden[0];
        return [.. Enumerable.Range(0, Hidden[0]).SelectMany(unit => shared.AsSpan(unit * width, Inputs).ToArray())];
    }

    // Columns of the shared weight: the longest observation's numbers, then a one-hot of the task.
    private float[] WithOneHot(float[] bias)
    {
        var shared = new float[_weights.LengthOf("trunk.0.weight")];
        _weights.Read("trunk.0.weight", shared.AsSpan());
        int width = shared.Length / bias.Length, column = width - Source.Tasks.Count + _index;
        return [.. bias.Select((value, unit) => value + shared[unit * width + column])];
    }
}
