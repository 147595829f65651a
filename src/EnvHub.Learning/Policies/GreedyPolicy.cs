namespace EnvHub.Learning;

/// <summary>The greedy policy of a network of action values, one head per task.</summary>
/// <remarks>A view over the learner's own network: it follows the weights, and its <see cref="Act"/> overwrites the activations that the
/// network remembers. So it is called between rounds, never between a forward and its backward. Allocates only when a batch is larger than any
/// before.</remarks>
public sealed class GreedyPolicy : IPolicy
{
    private readonly INetwork _network;
    private readonly IReadOnlyList<ObservationScaler> _scalers;
    private readonly Action? _onLoaded;
    private float[] _inputs = [], _values = [];

    /// <param name="network">Heads in the order of the tasks.</param>
    /// <param name="scalers">One per task.</param>
    /// <param name="onLoaded">Called after weights were loaded; see <see cref="QNetworkTrainer.CreatePolicy"/>.</param>
    public GreedyPolicy(INetwork network, IReadOnlyList<ObservationScaler> scalers, Action? onLoaded = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(scalers);
        (_network, _scalers, _onLoaded) = (network, scalers, onLoaded);
    }

    /// <inheritdoc/>
    public int ActionCount(int task) => _network.Spec.Heads[task].OutputSize;

    /// <inheritdoc/>
    public void Act(int task, ReadOnlySpan<float> observations, Span<int> actions)
    {
        int count = ActionCount(task);
        if (_values.Length < actions.Length * count) _values = new float[actions.Length * count];
        var values = _values.AsSpan(0, actions.Length * count);
        ActionValues(task, observations, values);
        for (int i = 0; i < actions.Length; i++) actions[i] = Greedy.ArgMax(values.Slice(i * count, count));
    }

    /// <inheritdoc/>
    public void ActionValues(int task, ReadOnlySpan<float> observations, Span<float> values)
    {
        var scaler = _scalers[task];
        int size = observations.Length / scaler.ElementSize * scaler.Size;
        if (_inputs.Length < size) _inputs = new float[size];
        scaler.Scale(observations, _inputs);
        _network.Forward(task, _inputs.AsSpan(0, size), values);
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
