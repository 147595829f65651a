namespace EnvHub.Contracts;

/// <summary>The plan of a network that is given by its hidden layers' units.</summary>
/// <remarks>Its segments' names count hidden layers, not the layers of a list: <c>trunk.1.weight</c>, <c>trunk.1.norm.weight</c>.</remarks>
internal static class PerceptronPlan
{
    public static NetworkPlan Of(NetworkSpec spec, Func<NetworkSpec, IReadOnlyList<PlannedPart>, PlannedPart, IReadOnlyList<PlannedPart>, NetworkPlan> make)
    {
        if (spec.Hidden.Count == 0) throw ContractErrors.LayerRefused("hidden", "the spec has no hidden layer; it must have at least one. Give the units of each, e.g. [128, 128]");
        for (int layer = 0; layer < spec.Hidden.Count; layer++)
            if (spec.Hidden[layer] < 1) throw ContractErrors.LayerRefused("hidden", $"layer {layer} has {spec.Hidden[layer]} units; it must have at least 1");
        if (spec.Inputs == InputSharing.EncoderPerShape) throw ContractErrors.LayerRefused("inputs", "encoderPerShape needs layers one by one. Give encoder and trunk instead of hidden");
        int[] all = [.. Enumerable.Range(0, spec.Heads.Count)];
        bool hasEncoders = all.Length > 1 && spec.Inputs == InputSharing.EncoderPerTask;
        PlannedPart[] encoders = hasEncoders ? [.. all.Select(head => Encoder(spec, head))] : [];
        var input = TensorShape.Vector(all.Length == 1 ? spec.Heads[0].InputSize
            : hasEncoders ? spec.Hidden[0] : spec.Heads.Max(head => head.InputSize) + all.Length);
        var trunk = Trunk(spec, input, hasEncoders, all);
        return make(spec, encoders, trunk, [.. all.Select(head => NetworkPlan.HeadOf(spec.Heads[head], head, trunk.Output))]);
    }

    private static PlannedPart Encoder(NetworkSpec spec, int head)
    {
        string name = $"encoder.{spec.Heads[head].Name}";
        var layer = Linear(name, spec.Hidden[0], TensorShape.Vector(spec.Heads[head].InputSize));
        return new(name, [layer], layer.Input, layer.Output, [head], layer.Parameters);
    }

    private static PlannedPart Trunk(NetworkSpec spec, TensorShape input, bool hasEncoders, int[] heads)
    {
        var layers = new List<PlannedLayer>();
        var shape = input;
        for (int hidden = 0; hidden < spec.Hidden.Count; hidden++)
        {
            if (hidden > 0 || !hasEncoders) layers.Add(Linear($"trunk.{hidden}", spec.Hidden[hidden], shape));
            shape = TensorShape.Vector(spec.Hidden[hidden]);
            if (spec.LayerNorm) layers.Add(PlannedLayer.Of($"trunk.{hidden}.norm", new LayerNormSpec(), shape));
            layers.Add(PlannedLayer.Of($"trunk.{hidden}", new ActivationSpec(spec.Activation), shape));
        }
        return new("trunk", layers, input, shape, heads, [.. layers.SelectMany(layer => layer.Parameters)]);
    }

    private static PlannedLayer Linear(string path, int units, TensorShape input) => PlannedLayer.Of(path, new LinearSpec(units), input);
}
