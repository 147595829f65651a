namespace EnvHub.Contracts;

/// <summary>What a spec comes to: every layer with its shapes, every parameter with its name, who shares what. Engines build from it, so that their networks
/// have the same parts, names and first weights.</summary>
/// <remarks>A perceptron's plan has the same parts; its layers are those of the list that would compute the same.</remarks>
public sealed class NetworkPlan
{
    private NetworkPlan(NetworkSpec spec, IReadOnlyList<PlannedPart> encoders, PlannedPart trunk, IReadOnlyList<PlannedPart> heads) =>
        (Spec, Encoders, Trunk, Heads) = (spec, encoders, trunk, heads);

    /// <summary>What is planned.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>Empty where the trunk takes observations.</summary>
    public IReadOnlyList<PlannedPart> Encoders { get; }

    /// <summary>What all tasks share; without layers where there is nothing.</summary>
    public PlannedPart Trunk { get; }

    /// <summary>One per task.</summary>
    public IReadOnlyList<PlannedPart> Heads { get; }

    /// <summary>All parts in the order of the parameter vector.</summary>
    public IEnumerable<PlannedPart> Parts => [.. Encoders, Trunk, .. Heads];

    /// <summary>All parameters in the order of the parameter vector.</summary>
    public IEnumerable<PlannedParameter> Parameters => Parts.SelectMany(part => part.Parameters);

    /// <summary>The encoder that a head stands on, as an index in <see cref="Encoders"/>; -1 where there is none.</summary>
    public int EncoderOf(int head)
    {
        for (int i = 0; i < Encoders.Count; i++)
            if (Encoders[i].Heads.Contains(head)) return i;
        return -1;
    }

    /// <summary>Plans <paramref name="spec"/>.</summary>
    /// <exception cref="HubException">EH1150 a layer cannot take what it gets, or the parts do not fit together; EH1151 heads are missing, unnamed, of one
    /// name or without numbers.</exception>
    public static NetworkPlan Of(NetworkSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        CheckHeads(spec);
        return spec.Layers is { } layers ? OfLayers(spec, layers) : PerceptronPlan.Of(spec, static (spec, encoders, trunk, heads) => new(spec, encoders, trunk, heads));
    }

    private static NetworkPlan OfLayers(NetworkSpec spec, NetworkLayers layers)
    {
        if (spec.Inputs == InputSharing.PaddedOneHot) throw ContractErrors.PaddedLayers();
        int[] all = [.. Enumerable.Range(0, spec.Heads.Count)];
        var groups = layers.Encoder.Count == 0 ? []
            : spec.Inputs == InputSharing.EncoderPerShape ? all.GroupBy(head => spec.Heads[head].Input).Select(group => (NameOf(group.Key), group.ToArray())).ToArray()
            : [.. all.Select(head => (spec.Heads[head].Name, new[] { head }))];
        PlannedPart[] encoders = [.. groups.Select(group => PlannedPart.Of($"encoder.{group.Item1}", layers.Encoder, spec.Heads[group.Item2[0]].Input, group.Item2))];
        var ways = encoders.Length > 0 ? encoders.Select(encoder => (encoder.Name, encoder.Output)) : spec.Heads.Select(head => ($"head '{head.Name}'", head.Input));
        var trunk = PlannedPart.Of("trunk", layers.Trunk, OneShape([.. ways]), all);
        if (trunk.Output.IsImage) throw ContractErrors.ImageBeforeHeads(trunk.Output);
        return new(spec, encoders, trunk, [.. all.Select(head => HeadOf(spec.Heads[head], head, trunk.Output))]);
    }

    internal static PlannedPart HeadOf(HeadSpec head, int index, TensorShape input)
    {
        string name = $"head.{head.Name}";
        var parameters = head.Outputs.Count == 0 ? PlannedLayer.Affine(name, [head.OutputSize, input.Size], input.Size)
            : [.. head.Outputs.SelectMany(output => PlannedLayer.Affine($"{name}.{output.Name}", [output.Size, input.Size], input.Size))];
        return new(name, [], input, TensorShape.Vector(head.OutputSize), [index], parameters);
    }

    private static TensorShape OneShape((string Name, TensorShape Shape)[] ways)
    {
        foreach (var (name, shape) in ways)
            if (shape != ways[0].Shape) throw ContractErrors.ShapesMeet(ways[0].Name, ways[0].Shape, name, shape);
        return ways[0].Shape;
    }

    private static string NameOf(TensorShape shape) => shape.ToString().Trim('[', ']').Replace(", ", "x", StringComparison.Ordinal);

    private static void CheckHeads(NetworkSpec spec)
    {
        if (spec.Heads.Count == 0) throw ContractErrors.BadHead("the spec has no head; it must have at least one. Give one HeadSpec per task");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var head in spec.Heads)
        {
            if (!head.Input.Fits) throw ContractErrors.BadHead($"the input of head '{head.Name}' is {head.Input}; it must have at least one number, and no more than an array holds");
            if (head.OutputSize < 1 || head.Outputs.Any(output => output.Size < 1)) throw ContractErrors.BadHead($"an output of head '{head.Name}' has no number; each must have at least one");
            if (!names.Add(head.Name)) throw ContractErrors.BadHead($"two heads are called '{head.Name}'; parameters are found by their names. Rename one");
            if (head.Outputs.Select(output => output.Name).Distinct().Count() < head.Outputs.Count) throw ContractErrors.BadHead($"two outputs of head '{head.Name}' have one name. Rename one");
        }
    }
}
