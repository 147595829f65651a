using EnvHub.Networks;

namespace EnvHub.Learning.Tests;

/// <summary>Ten-shot sine regression with a 40-40 ReLU network: an outer loop over sines, then one gradient step on new ones.</summary>
internal sealed class SineFamily
{
    private const int Shots = 10, TestTasks = 600, TestPoints = 100;

    private readonly INetwork _network, _meta;
    private readonly IOptimizer _inner;
    private readonly MetaParameters _parameters;
    private readonly RandomGenerator _tasks;
    private readonly float[] _inputs = new float[Shots], _targets = new float[Shots], _outputs = new float[Shots];

    /// <param name="seed">Of the weights and the training sines; the test sines are always the same.</param>
    public SineFamily(OptimizerOptions outer, ulong seed)
    {
        var (backend, streams) = (new EmbeddedBackend(), new RandomStreams(seed));
        var spec = new NetworkSpec { Heads = [new("sine", 1, 1)], Hidden = [40, 40] };
        (_network, _meta) = (backend.Create(spec, streams.Generator("weights")), backend.Create(spec, streams.Generator("weights")));
        _parameters = new(backend, outer, _meta);
        _inner = backend.CreateOptimizer(new() { Kind = OptimizerKind.Sgd }, _network.Parameters.Length);
        _tasks = streams.Generator("tasks");
    }

    /// <summary>Moves θ at a rate that falls linearly to 0.</summary>
    /// <param name="updates">Outer updates.</param>
    /// <param name="sines">Per outer update.</param>
    /// <param name="rate">Of the outer loop.</param>
    /// <param name="add">Adds what one sine contributes.</param>
    public void Train(int updates, int sines, float rate, Action<SineTask> add)
    {
        for (int update = 0; update < updates; update++)
        {
            for (int task = 0; task < sines; task++) add(SineTask.Draw(_tasks));
            _parameters.Apply(rate * (1 - (float)update / updates));
        }
    }

    /// <summary>Reptile: where a few steps on one sine lead, each on points of its own. On the same points every step would fit those alone.</summary>
    /// <remarks>Source: Nichol, Achiam and Schulman (2018), whose analysis takes the mini-batches of an inner loop to differ.</remarks>
    public void AddReptile(SineTask task, int steps, float rate)
    {
        _network.Parameters.CopyFrom(_parameters.Values);
        for (int i = 0; i < steps; i++)
        {
            task.Sample(_tasks, _inputs, _targets);
            Step(rate);
        }
        _parameters.AddAdapted(_network.Parameters);
    }

    /// <summary>First-order MAML: the gradient on other points of the sine after one step.</summary>
    public void AddFirstOrder(SineTask task, float rate)
    {
        Begin(task);
        Step(rate);
        task.Sample(_tasks, _inputs, _targets);
        Differentiate(_inputs, _targets, _outputs);
        _parameters.AddGradient(_network.Gradients);
    }

    /// <summary>Pre-training: the gradient at θ itself.</summary>
    public void AddPretraining(SineTask task)
    {
        Begin(task);
        Differentiate(_inputs, _targets, _outputs);
        _parameters.AddGradient(_network.Gradients);
    }

    /// <summary>Mean squared error on new sines after one step on ten points of each.</summary>
    public double ErrorAfterOneStep(float rate)
    {
        var random = new RandomStreams(99).Generator("tests");
        float[] inputs = new float[TestPoints], targets = new float[TestPoints], outputs = new float[TestPoints];
        double sum = 0;
        for (int i = 0; i < TestTasks; i++)
        {
            var task = SineTask.Draw(random);
            _network.Parameters.CopyFrom(_parameters.Values);
            task.Sample(random, _inputs, _targets);
            Step(rate);
            task.Sample(random, inputs, targets);
            _network.Forward(0, inputs, outputs);
            sum += outputs.Zip(targets, (y, t) => (double)(y - t) * (y - t)).Average();
        }
        return sum / TestTasks;
    }

    private void Begin(SineTask task)
    {
        _network.Parameters.CopyFrom(_parameters.Values);
        task.Sample(_tasks, _inputs, _targets);
    }

    private void Step(float rate)
    {
        Differentiate(_inputs, _targets, _outputs);
        _inner.Step(_network.Parameters, _network.Gradients, rate);
    }

    private void Differentiate(float[] inputs, float[] targets, float[] outputs)
    {
        _network.Forward(0, inputs, outputs);
        for (int i = 0; i < outputs.Length; i++) outputs[i] = 2 * (outputs[i] - targets[i]) / outputs.Length;
        _network.Gradients.Clear();
        _network.Backward(0, outputs);
    }
}
