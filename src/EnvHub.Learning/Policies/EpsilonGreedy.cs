using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>Acts at random with chance ε, else greedily. One draw of chance per copy and step; greedy copies alone cost a forward
/// pass.</summary>
/// <remarks>Source: Watkins (1989).</remarks>
public sealed class EpsilonGreedy
{
    private readonly RandomGenerator _random;
    private readonly ObservationScaler _scaler;
    private readonly int _task, _actionCount;
    private readonly float[] _inputs, _values;   // [N, n], [N, A]: rows of the greedy copies, packed
    private readonly int[] _greedy;              // [N]: which copies those are

    /// <param name="task">The task's number, and its head's where the network has more than one.</param>
    /// <param name="actionCount">A.</param>
    /// <param name="copies">Most copies per call, N.</param>
    /// <param name="random">This task's own stream.</param>
    public EpsilonGreedy(int task, int actionCount, int copies, ObservationScaler scaler, RandomGenerator random)
    {
        ArgumentNullException.ThrowIfNull(scaler);
        ArgumentNullException.ThrowIfNull(random);
        (_task, _actionCount, _scaler, _random) = (task, actionCount, scaler, random);
        (_inputs, _values, _greedy) = (new float[copies * scaler.Size], new float[copies * actionCount], new int[copies]);
    }

    /// <summary>Chooses an action per copy.</summary>
    /// <param name="network">Whose values are greedy.</param>
    /// <param name="epsilon">ε, [0, 1].</param>
    /// <param name="observations">Of up to N copies; where they have masks, no other action is chosen.</param>
    /// <param name="actions">Receives the actions, shape <c>[N]</c>.</param>
    /// <exception cref="HubException">EH2014 a mask leaves no action.</exception>
    public void Act(INetwork network, double epsilon, in ObservationBatch observations, Span<int> actions)
    {
        ArgumentNullException.ThrowIfNull(network);
        int greedy = 0;
        for (int copy = 0; copy < actions.Length; copy++)
        {
            if (_random.NextDouble() < epsilon) actions[copy] = RandomChoice.Of(_random, _actionCount, MaskOf(observations, copy));
            else
            {
                var observation = observations.Elements.Slice(copy * _scaler.ElementSize, _scaler.ElementSize);
                _scaler.Scale(observation, _inputs.AsSpan(greedy * _scaler.Size, _scaler.Size));
                _greedy[greedy++] = copy;
            }
        }
        if (greedy == 0) return;
        var values = _values.AsSpan(0, greedy * _actionCount);
        network.Forward(SharedHead.Of(network.Spec, _task), _inputs.AsSpan(0, greedy * _scaler.Size), values);
        for (int i = 0; i < greedy; i++)
            actions[_greedy[i]] = Greedy.ArgMax(values.Slice(i * _actionCount, _actionCount), MaskOf(observations, _greedy[i]));
    }

    private ReadOnlySpan<bool> MaskOf(in ObservationBatch observations, int copy) =>
        observations.ActionMasks.IsEmpty ? [] : observations.ActionMasks.Slice(copy * _actionCount, _actionCount);

    /// <summary>Writes the generator's place under <paramref name="name"/>.</summary>
    public void Save(ICheckpointWriter writer, string name) => GeneratorCheckpoint.Save(_random, writer, name);

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader, string name) => GeneratorCheckpoint.Load(_random, reader, name);
}
