using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>The memory that deep Q-learning takes: predicted from what is known before it runs.</summary>
public static class QLearningMemory
{
    private const int Networks = 2;

    /// <summary>Replay per task; weights, gradients and moments; what a batch leaves in the layers of the online and the target network; the batches themselves.</summary>
    public static IReadOnlyList<MemoryPart> Predict(LearnerScale scale, QLearningOptions options)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(options);
        var plan = NetworkPlan.Of(options.Network.ToSpec(scale.Tasks));
        long parameters = plan.Parts.Sum(part => part.ParameterCount);
        return
        [
            .. scale.Tasks.Select(task => new MemoryPart($"replay of {task.Name}", Replay(task, scale, options))),
            new("networks", (Networks + 1 + MomentsOf(options.Optimizer)) * parameters * sizeof(float)),
            // Not freed before memory is short: the first weights of both networks, and those that are written to a file.
            new("copies of weights", 2L * Networks * parameters * sizeof(float)),
            new("layers", Layers(plan, options.BatchSize)),
            new("batches", scale.Tasks.Sum(task => 2L * options.BatchSize * InputSize(plan, task) * sizeof(float))),
        ];
    }

    private static long Replay(TaskSpec task, LearnerScale scale, QLearningOptions options)
    {
        int masks = options.ActionMasks && task.Environment.HasActionMasks ? DiscreteActions.CountOf(task) : 0;
        long priorities = options.PrioritizedReplay is null ? 0 : SumTree.PredictBytes(options.BufferCapacity);
        return priorities + ReplayBuffer.PredictBytes(task.Environment, (int)Math.Min(options.BufferCapacity, scale.Steps), scale.Copies, options.NStep, masks);
    }

    // Outputs in both networks, slopes in the one that learns; rows of whole cache lines. The input of each network lies there once more.
    private static long Layers(NetworkPlan plan, int batch)
    {
        long outputs = plan.Parts.Sum(part => part.Layers.Sum(OutputsOf) + Padded(part.Output));
        long inputs = plan.Spec.Heads.Sum(head => (long)head.InputSize);
        return batch * sizeof(float) * ((Networks + 1) * outputs + Networks * inputs);
    }

    private static long OutputsOf(PlannedLayer layer) => layer.Spec switch
    {
        // Taken in by the layer before, or a view of it.
        ActivationSpec or FlattenSpec => 0,
        _ => Padded(layer.Output) + layer.Inner.Sum(OutputsOf),
    };

    private static long Padded(TensorShape shape) => (long)shape.Height * shape.Width * AlignedBuffer.Pad(shape.Channels);

    private static int InputSize(NetworkPlan plan, TaskSpec task) => plan.Spec.Heads.FirstOrDefault(head => head.Name == task.Name)?.InputSize ?? plan.Spec.Heads[0].InputSize;

    private static int MomentsOf(OptimizerOptions options) => options.Kind switch
    {
        OptimizerKind.Adam or OptimizerKind.AdamW => 2,
        OptimizerKind.RmsProp => 1 + (options.Centered ? 1 : 0) + (options.Momentum > 0 ? 1 : 0),
        _ => 1,
    };
}
