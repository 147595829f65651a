namespace EnvHub.Learning;

/// <summary>The initialisation θ that a family of tasks shares, and the outer loop that moves it: what each task of a meta-batch found is
/// added, then one step is taken by their mean.</summary>
/// <remarks>Reptile and first-order MAML differ in what is added alone. For both it points against the way in which θ is to move, so that one
/// optimiser serves them: Reptile's <c>θ ← θ + ε·mean(φᵢ - θ)</c> is gradient descent of step ε on <c>mean(θ - φᵢ)</c>.
/// Source: Nichol, Achiam and Schulman (2018), Algorithms 1 and 2 and section 2.</remarks>
public sealed class MetaParameters
{
    private readonly INetwork _network;
    private readonly ParameterVector _direction;   // the sum of what was added
    private readonly IOptimizer _optimizer;
    private int _tasks;

    /// <param name="networks">Makes the outer optimiser.</param>
    /// <param name="optimizer">The outer rule; SGD without momentum is Reptile as published.</param>
    /// <param name="network">Its parameters are θ, moved by <see cref="Apply"/>; the caller disposes of it.</param>
    public MetaParameters(INetworkBackend networks, OptimizerOptions optimizer, INetwork network)
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        _direction = network.CreateVector();
        _optimizer = networks.CreateOptimizer(optimizer, _direction.Length);
    }

    /// <summary>θ, shape <c>[P]</c>: where every inner loop begins.</summary>
    public ParameterVector Values => _network.Parameters;

    /// <summary>Reptile: adds <c>θ - φ</c> of one task.</summary>
    /// <param name="adapted">φ after the task's inner loop, shape <c>[P]</c>.</param>
    public void AddAdapted(ParameterVector adapted)
    {
        _direction.AddScaled(_network.Parameters, 1);
        _direction.AddScaled(adapted, -1);
        _tasks++;
    }

    /// <summary>First-order MAML: adds the gradient of one task's query loss, taken at φ as if φ did not depend on θ.</summary>
    /// <param name="gradients">∇L(φ), shape <c>[P]</c>.</param>
    /// <remarks>Source: Finn, Abbeel and Levine (2017), section 5.2: the first-order approximation.</remarks>
    public void AddGradient(ParameterVector gradients)
    {
        _direction.AddScaled(gradients, 1);
        _tasks++;
    }

    /// <summary>Moves θ by the mean of what was added since the last step; nothing where nothing was.</summary>
    /// <param name="stepSize">ε of Reptile, the outer learning rate of MAML; above 0.</param>
    public void Apply(float stepSize)
    {
        if (_tasks == 0) return;
        _optimizer.Step(_network.Parameters, _direction, stepSize, 1f / _tasks);
        _direction.Clear();
        _tasks = 0;
    }

    /// <summary>Writes θ, what was added and the outer optimiser.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        NetworkCheckpoint.Save(_network, writer, prefix);
        writer.Write<float>(prefix + "direction", _direction.ToArray());
        writer.Write<int>(prefix + "tasks", [_tasks]);
        _optimizer.Save(writer, prefix + "optimizer.");
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    /// <exception cref="HubException">As <see cref="Check"/>; then the parameters are as they were.</exception>
    public void Load(ICheckpointReader reader, string prefix)
    {
        Check(reader, prefix);
        Span<int> tasks = stackalloc int[1];
        reader.Read(prefix + "tasks", tasks);
        NetworkCheckpoint.Load(_network, reader, prefix);
        var direction = new float[_direction.Length];
        reader.Read<float>(prefix + "direction", direction);
        _direction.Write(direction);
        _optimizer.Load(reader, prefix + "optimizer.");
        _tasks = tasks[0];
    }

    /// <summary>Requires everything that <see cref="Load"/> reads to be there; changes nothing.</summary>
    /// <param name="prefix">Before each name.</param>
    /// <exception cref="HubException">EH2008 the network has another shape; EH1131 another array has another length; or the checkpoint lacks one.</exception>
    public void Check(ICheckpointReader reader, string prefix)
    {
        ArgumentNullException.ThrowIfNull(reader);
        NetworkCheckpoint.Check(_network, reader, prefix);
        CheckpointLayout.Require(reader, writer => Save(writer, prefix));
    }
}
