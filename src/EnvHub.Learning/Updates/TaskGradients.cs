namespace EnvHub.Learning;

/// <summary>The gradients of several tasks, each by itself, until they become one.</summary>
internal sealed class TaskGradients : IDisposable
{
    private readonly INetwork _network;
    private readonly ParameterVector[] _whole;             // by task
    private readonly ParameterVector[][] _shared, _own;    // by task: views of the parts that tasks share, and that are the task's alone
    private readonly ParameterVector[] _sharedSum;
    private readonly ParameterVector[][] _ownSum;

    public TaskGradients(INetwork network, int tasks)
    {
        _network = network;
        var roles = SegmentRole.Of(network);
        _whole = [.. Enumerable.Range(0, tasks).Select(_ => network.CreateVector())];
        _shared = [.. _whole.Select(vector => Parts(vector, roles, -1))];
        _own = [.. _whole.Select((vector, task) => Parts(vector, roles, task))];
        _sharedSum = Parts(network.Gradients, roles, -1);
        _ownSum = [.. Enumerable.Range(0, tasks).Select(task => Parts(network.Gradients, roles, task))];
    }

    /// <summary>Takes the network's gradient for a task's, and leaves none.</summary>
    public void Take(int task)
    {
        _whole[task].CopyFrom(_network.Gradients);
        _network.Gradients.Clear();
    }

    /// <summary>gᵢ · gⱼ over the shared parameters.</summary>
    /// <param name="products">Receives them, shape <c>[T, T]</c>.</param>
    public void Multiply(Span<double> products)
    {
        int tasks = _whole.Length;
        for (int i = 0; i < tasks; i++)
            for (int j = i; j < tasks; j++)
            {
                double product = 0;
                for (int part = 0; part < _sharedSum.Length; part++) product += _shared[i][part].Dot(_shared[j][part]);
                (products[i * tasks + j], products[j * tasks + i]) = (product, product);
            }
    }

    /// <summary>Adds the weighted gradients to the network's.</summary>
    /// <param name="ofShared">Whether weights are for the shared parameters alone.</param>
    public void Sum(ReadOnlySpan<double> weights, bool ofShared)
    {
        for (int task = 0; task < _whole.Length; task++)
        {
            float weight = (float)weights[task];
            for (int part = 0; part < _sharedSum.Length; part++) _sharedSum[part].AddScaled(_shared[task][part], weight);
            for (int part = 0; part < _ownSum[task].Length; part++) _ownSum[task][part].AddScaled(_own[task][part], ofShared ? 1 : weight);
        }
    }

    public void Dispose()
    {
        foreach (var vector in _whole) vector.Dispose();
    }

    // Neighbours as one.
    private static ParameterVector[] Parts(ParameterVector vector, IReadOnlyList<SegmentRole> roles, int task)
    {
        var ranges = new List<(int Offset, int Length)>();
        foreach (var segment in roles.Where(role => role.Task == task).Select(role => role.Segment))
            if (ranges.Count > 0 && ranges[^1] is var last && last.Offset + last.Length == segment.Offset) ranges[^1] = (last.Offset, last.Length + segment.Length);
            else ranges.Add((segment.Offset, segment.Length));
        return [.. ranges.Select(range => vector.Part(range.Offset, range.Length))];
    }
}
