namespace EnvHub.Learning;

/// <summary>Says how much each task's gradient counts in an update. Weights add up to the number of tasks where the method leaves their sum open, so that a learning rate means the
/// same as with equal weights.</summary>
/// <remarks>Every method, gradient surgery too, gives a sum of the tasks' gradients with a factor each, which follows from the losses and from the dot products of the gradients.</remarks>
public abstract class TaskBalance
{
    /// <param name="tasks">T.</param>
    protected TaskBalance(int tasks) => Tasks = tasks;

    /// <summary>T.</summary>
    public int Tasks { get; }

    /// <summary>Whether it needs the dot products of the gradients.</summary>
    public virtual bool NeedsProducts => false;

    /// <summary>Whether it is about the shared parameters alone: those of one task then get that task's gradient as it is.</summary>
    public virtual bool IsOfSharedParameters => false;

    /// <summary>Whether it asks for the losses of the same batches after the step.</summary>
    public virtual bool LooksBack => false;

    /// <summary>The method that options name; null for fixed weights, which need none.</summary>
    public static TaskBalance? Of(WeightingOptions options, LearnerContext context)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(context);
        int tasks = context.Tasks.Count;
        return options.Kind switch
        {
            WeightingKind.Random => new RandomBalance(tasks, context.Random.Generator("weighting")),
            WeightingKind.Dwa => new DwaBalance(tasks, options.Temperature, options.Window),
            WeightingKind.Uncertainty => new UncertaintyBalance(tasks, options.Rate),
            WeightingKind.Famo => new FamoBalance(tasks, options.Rate),
            WeightingKind.GradNorm => new GradNormBalance(tasks, options.Rate, options.Asymmetry),
            WeightingKind.PcGrad => new PcGradBalance(tasks, context.Random.Generator("weighting")),
            WeightingKind.CaGrad => new CaGradBalance(tasks, options.Conflict),
            WeightingKind.Mgda => new MgdaBalance(tasks),
            _ => null,
        };
    }

    /// <summary>Weighs one update.</summary>
    /// <param name="losses">Each task's, with its own weight; shape <c>[T]</c>.</param>
    /// <param name="products">gᵢ · gⱼ over the shared parameters, shape <c>[T, T]</c>; empty where <see cref="NeedsProducts"/> is false.</param>
    /// <param name="weights">Receives the factors, shape <c>[T]</c>.</param>
    public abstract void Weigh(ReadOnlySpan<float> losses, ReadOnlySpan<double> products, Span<double> weights);

    /// <summary>Learns from what the step did.</summary>
    /// <param name="before">The losses that the step was made of.</param>
    /// <param name="after">Those of the same batches and targets now.</param>
    public virtual void LookBack(ReadOnlySpan<float> before, ReadOnlySpan<float> after) { }

    /// <summary>Writes what later weights depend on, names starting with <paramref name="prefix"/>.</summary>
    public virtual void Save(ICheckpointWriter writer, string prefix) { }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    public virtual void Load(ICheckpointReader reader, string prefix) { }

    /// <summary>Makes the numbers add up to their count; equal ones where they cannot.</summary>
    protected static void ToMeanOne(Span<double> weights)
    {
        double sum = 0;
        foreach (double weight in weights) sum += weight;
        foreach (ref double weight in weights) weight = sum > 0 && double.IsFinite(sum) ? weight * weights.Length / sum : 1;
    }

    /// <summary>Replaces numbers by T times their softmax.</summary>
    protected static void ToSoftmax(Span<double> weights)
    {
        double highest = double.NegativeInfinity;
        foreach (double weight in weights) highest = Math.Max(highest, weight);
        foreach (ref double weight in weights) weight = Math.Exp(weight - highest);
        ToMeanOne(weights);
    }
}
