namespace EnvHub.Learning;

/// <summary>The greedy policy of a network of action values, one head per task or one for all.</summary>
/// <remarks>A view over the learner's own network: it follows the weights, and its <see cref="Act"/> overwrites the activations that the
/// network remembers. So it is called between rounds, never between a forward and its backward. Allocates only when a batch is larger than any
/// before.</remarks>
public sealed partial class GreedyPolicy : INetworkPolicy
{
    private readonly INetwork _network;
    private readonly IReadOnlyList<ObservationScaler> _scalers;
    private readonly bool _usesMasks;
    private readonly Action? _onLoaded;
    private float[] _inputs = [], _values = [];

    /// <param name="network">Heads in the order of the tasks, or one head.</param>
    /// <param name="scalers">One per task.</param>
    /// <param name="onLoaded">Called after weights were loaded; see <see cref="QNetworkTrainer.CreatePolicy"/>.</param>
    /// <param name="usesMasks">Whether it takes possible actions only.</param>
    public GreedyPolicy(INetwork network, IReadOnlyList<ObservationScaler> scalers, Action? onLoaded = null, bool usesMasks = true)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(scalers);
        (_network, _scalers, _onLoaded, _usesMasks) = (network, scalers, onLoaded, usesMasks);
    }

    /// <inheritdoc/>
    public int ActionCount(int task) => _network.Spec.Heads[SharedHead.Of(_network.Spec, task)].OutputSize;

    /// <inheritdoc/>
    public void Act(int task, in ObservationBatch observations, in ActionBuffer actions)
    {
        int count = ActionCount(task), rows = actions.Discrete.Length;
        if (_values.Length < rows * count) _values = new float[rows * count];
        var values = _values.AsSpan(0, rows * count);
        ActionValues(task, observations.Elements, values);
        var masks = _usesMasks ? observations.ActionMasks : [];
        for (int i = 0; i < rows; i++)
            actions.Discrete[i] = Greedy.ArgMax(values.Slice(i * count, count), masks.IsEmpty ? [] : masks.Slice(i * count, count));
    }

    /// <inheritdoc/>
    public void ActionValues(int task, ReadOnlySpan<float> observations, Span<float> values)
    {
        var scaler = _scalers[task];
        int size = observations.Length / scaler.ElementSize * scaler.Size;
        if (_inputs.Length < size) _inputs = new float[size];
        scaler.Scale(observations, _inputs);
        _network.Forward(SharedHead.Of(_network.Spec, task), _inputs.AsSpan(0, size), values);
    }

    /// <inheritdoc/>
    public void Save(ICheckpointWriter writer) => NetworkCheckpoint.Save(_network, writer);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH2008 a segment has another size; or the checkpoint lacks one. No weight was changed.</exception>
    public void Load(ICheckpointReader reader)
    {
        NetworkCheckpoint.Load(_network, reader);
        _onLoaded?.Invoke();
    }
}
