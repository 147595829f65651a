using System.Globalization;
using static TorchSharp.torch;

namespace EnvHub.Plugins.TorchSharp;

/// <summary>The update rules as PyTorch computes them, each a few operations on whole vectors where they lie.</summary>
internal abstract class TorchOptimizer : IOptimizer
{
    private readonly int _count;
    private readonly (string Name, Tensor Values)[] _moments;
    private readonly bool _counts;

    /// <param name="counts">Whether the rule depends on how many steps there were.</param>
    /// <param name="moments">Names of what it keeps per parameter.</param>
    private protected TorchOptimizer(int count, Device device, bool counts, params string[] moments)
    {
        (_count, _counts) = (count, counts);
        _moments = [.. moments.Select(name => (name, zeros(count, ScalarType.Float32, device).DetachFromDisposeScope()))];
    }

    /// <summary>Steps since the beginning.</summary>
    protected long Steps { get; private set; }

    /// <summary>The kept vector of that number.</summary>
    protected Tensor Moment(int index) => _moments[index].Values;

    public static TorchOptimizer Create(OptimizerOptions options, int count, Device device)
    {
        Check(options, count);
        return options.Kind switch
        {
            OptimizerKind.Adam or OptimizerKind.AdamW => new Adam(options, count, device),
            OptimizerKind.RmsProp => new RmsProp(options, count, device),
            _ => new Descent(options, count, device),
        };
    }

    public void Step(ParameterVector parameters, ParameterVector gradients, float learningRate, float gradientScale = 1)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(gradients);
        if (parameters.Length != _count || gradients.Length != _count)
            throw TorchSharpErrors.BadBuffer("the vector for an optimizer's step", parameters.Length != _count ? parameters.Length : gradients.Length, _count.ToString(CultureInfo.InvariantCulture));
        using var scope = NewDisposeScope();
        var slopes = TorchVector.ValuesOf(gradients);
        if (gradientScale != 1) slopes = slopes * gradientScale;
        Steps++;
        Step(TorchVector.ValuesOf(parameters), slopes, learningRate);
    }

    /// <summary>One step; the number of steps counts it already.</summary>
    protected abstract void Step(Tensor parameters, Tensor gradients, float learningRate);

    public void Reset()
    {
        using var scope = NewDisposeScope();
        foreach (var (_, values) in _moments) values.zero_();
        Steps = 0;
    }

    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (_counts) writer.Write<long>(prefix + "steps", [Steps]);
        var values = new float[_count];
        foreach (var (name, moment) in _moments)
        {
            HostMemory.Read(moment, values);
            writer.Write<float>(prefix + name, values);
        }
    }

    public void Load(ICheckpointReader reader, string prefix)
    {
        CheckpointLayout.Require(reader, writer => Save(writer, prefix));
        Span<long> steps = [0];
        if (_counts) reader.Read(prefix + "steps", steps);
        var values = new float[_count];
        foreach (var (name, moment) in _moments)
        {
            reader.Read<float>(prefix + name, values);
            HostMemory.Write(values, moment);
        }
        Steps = steps[0];
    }

    private static void Check(OptimizerOptions options, int count)
    {
        if (count < 0) throw TorchSharpErrors.BadOptimizer("the number of parameters", count, "at least 0");
        if (!Enum.IsDefined(options.Kind)) throw TorchSharpErrors.BadOptimizer("kind", (int)options.Kind, string.Join(", ", Enum.GetNames<OptimizerKind>()));
        Decay(nameof(options.Beta1), options.Beta1);
        Decay(nameof(options.Beta2), options.Beta2);
        Decay(nameof(options.Alpha), options.Alpha);
        Decay(nameof(options.Momentum), options.Momentum);
        if (!(options.Epsilon > 0)) throw TorchSharpErrors.BadOptimizer(nameof(options.Epsilon), options.Epsilon, "above 0");
        if (!(options.WeightDecay >= 0)) throw TorchSharpErrors.BadOptimizer(nameof(options.WeightDecay), options.WeightDecay, "at least 0");

        static void Decay(string name, double value)
        {
            if (!(value >= 0 && value < 1)) throw TorchSharpErrors.BadOptimizer(name, value, "in [0, 1)");
        }
    }

    private sealed class Adam(OptimizerOptions options, int count, Device device) : TorchOptimizer(count, device, counts: true, "first_moment", "second_moment")
    {
        protected override void Step(Tensor parameters, Tensor gradients, float learningRate)
        {
            if (options.Kind == OptimizerKind.AdamW) parameters.mul_(1 - learningRate * options.WeightDecay);
            else if (options.WeightDecay > 0) gradients = gradients.add(parameters, alpha: options.WeightDecay);
            Moment(0).lerp_(gradients, 1 - options.Beta1);
            Moment(1).mul_(options.Beta2).addcmul_(gradients, gradients, value: 1 - options.Beta2);
            double rootCorrection = Math.Sqrt(1 - Math.Pow(options.Beta2, Steps)), stepSize = learningRate / (1 - Math.Pow(options.Beta1, Steps));
            parameters.addcdiv_(Moment(0), Moment(1).sqrt().div_(rootCorrection).add_(options.Epsilon), value: -stepSize);
        }
    }

    private sealed class RmsProp(OptimizerOptions options, int count, Device device) : TorchOptimizer(
        count, device, counts: false, [.. (string[])["square_mean"], .. options.Centered ? (string[])["mean"] : [], .. options.Momentum > 0 ? (string[])["velocity"] : []])
    {
        protected override void Step(Tensor parameters, Tensor gradients, float learningRate)
        {
            if (options.WeightDecay > 0) gradients = gradients.add(parameters, alpha: options.WeightDecay);
            Moment(0).mul_(options.Alpha).addcmul_(gradients, gradients, value: 1 - options.Alpha);
            Tensor root;
            if (options.Centered)
            {
                Moment(1).lerp_(gradients, 1 - options.Alpha);
                root = Moment(0).addcmul(Moment(1), Moment(1), value: -1).sqrt_().add_(options.Epsilon);
            }
            else root = Moment(0).sqrt().add_(options.Epsilon);
            if (options.Momentum == 0)
            {
                parameters.addcdiv_(gradients, root, value: -learningRate);
                return;
            }
            var velocity = Moment(options.Centered ? 2 : 1);
            velocity.mul_(options.Momentum).addcdiv_(gradients, root, value: 1);
            parameters.add_(velocity, alpha: -learningRate);
        }
    }

    private sealed class Descent(OptimizerOptions options, int count, Device device) : TorchOptimizer(count, device, counts: false, "velocity")
    {
        // PyTorch's first velocity is the gradient itself; momentum · 0 + gradient is the same.
        protected override void Step(Tensor parameters, Tensor gradients, float learningRate)
        {
            if (options.WeightDecay > 0) gradients = gradients.add(parameters, alpha: options.WeightDecay);
            if (options.Momentum > 0) gradients = Moment(0).mul_(options.Momentum).add_(gradients);
            parameters.add_(gradients, alpha: -learningRate);
        }
    }
}
