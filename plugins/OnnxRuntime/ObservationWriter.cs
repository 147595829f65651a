using EnvHub.Learning;

namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>Writes observations as a network's input takes them: scaled, flattened or as images.</summary>
internal sealed class ObservationWriter
{
    private readonly Space _space;
    private readonly float[] _offset, _factor;   // one per element; empty where nothing is scaled
    private readonly Arrangement _arrangement;
    private readonly float[] _scaled;

    /// <exception cref="HubException">EH4921 the input takes other shapes; EH4924 and EH4925 what options do not fit.</exception>
    public ObservationWriter(TaskSignature signature, OnnxOptions options, string file)
    {
        var (task, input) = (signature.Task, signature.Input);
        _space = task.Environment.ObservationSpace;
        if (options.Layout != ImageLayout.Guessed && ImagesOf(task.Environment) is null) throw OnnxPolicyErrors.NoImage(file, task.Name, options.Layout);
        var possible = Arrangements(task.Environment, options.Layout).ToArray();
        _arrangement = (input.Dimensions.Count == 0 ? null : possible.FirstOrDefault(one => Fits(input.Row, one.Shape)))
            ?? throw OnnxPolicyErrors.BadInput(file, task.Name, input.Name, input.ShapeText, string.Join(" or ", possible.Select(one => $"[{string.Join(", ", one.Shape.Select(length => $"{length}").Prepend("N"))}]").Distinct()));
        (_offset, _factor) = Scaling(task, options);
        _scaled = new float[_space.ElementSize];
    }

    /// <summary>The shape of one row as it is written.</summary>
    public int[] Shape => _arrangement.Shape;

    /// <summary>Numbers of one row.</summary>
    public int Size => Shape.Aggregate(1, (product, length) => product * length);

    /// <summary>Elements of one observation.</summary>
    public int ElementSize => _space.ElementSize;

    /// <summary>Writes one observation.</summary>
    /// <param name="row">Receives it, of <see cref="Size"/>.</param>
    public void Write(ReadOnlySpan<float> elements, Span<float> row)
    {
        if (_factor.Length > 0)
        {
            for (int i = 0; i < elements.Length; i++) _scaled[i] = (elements[i] - _offset[i]) * _factor[i];
            elements = _scaled;
        }
        if (_arrangement.Flattens) _space.FlattenElements(elements, row);
        else if (_arrangement.Places is not { } places) elements.CopyTo(row);
        else
            for (int i = 0; i < elements.Length; i++) row[places[i]] = elements[i];
    }

    private static bool Fits(IReadOnlyList<int> row, int[] shape) => row.Count == shape.Length && row.Zip(shape).All(pair => pair.First <= 0 || pair.First == pair.Second);

    // What an input may take, in the order in which it is tried.
    private static IEnumerable<Arrangement> Arrangements(EnvironmentSpec environment, ImageLayout layout)
    {
        var space = environment.ObservationSpace;
        if (layout == ImageLayout.Guessed)
        {
            // A discrete observation becomes one-hot.
            yield return new([space.FlatSize], null, Flattens: true);
            // Composite values have elements and no shape.
            if (space.Shape.ToArray().Aggregate(1, (product, length) => product * length) == space.ElementSize) yield return new([.. space.Shape], null, Flattens: false);
            yield return new([space.ElementSize], null, Flattens: false);
        }
        if (ImagesOf(environment) is not var (first, last)) yield break;
        if (layout != ImageLayout.ChannelsLast) yield return first;
        if (layout != ImageLayout.ChannelsFirst) yield return last;
    }

    // Null for observations that are no images.
    private static (Arrangement ChannelsFirst, Arrangement ChannelsLast)? ImagesOf(EnvironmentSpec environment)
    {
        if (ObservationShape.OrderOf(environment) is not { } order) return null;
        var shape = ObservationShape.Of(environment);
        int[] last = [.. Enumerable.Range(0, order.Size).Select(order.PlaceOf)];
        int[] first = [.. last.Select(place => place % order.Depth * order.Pixels + place / order.Depth)];
        return (new([order.Depth, shape.Height, shape.Width], first, Flattens: false), new([shape.Height, shape.Width, order.Depth], last, Flattens: false));
    }

    private static (float[] Offset, float[] Factor) Scaling(TaskSpec task, OnnxOptions options)
    {
        int size = task.Environment.ObservationSpace.ElementSize;
        if (options.ScaleObservations && new ObservationScaler(task.Environment, useConstants: true).Constants is { } constants && options.Offset.Count == 0 && options.Scale.Count == 0)
            return ([.. constants.Offset], [.. constants.Scale.Select(scale => 1f / scale)]);
        if (options.Offset.Count == 0 && options.Scale.Count == 0) return ([], []);
        return (Spread("offset", options.Offset, 0, value => float.IsFinite((float)value)), [.. Spread("scale", options.Scale, 1, value => float.IsFinite((float)value) && float.IsFinite(1 / (float)value)).Select(scale => 1f / scale)]);

        float[] Spread(string name, IReadOnlyList<double> given, double none, Func<double, bool> isSound)
        {
            if (given.Count > 0 && given.Count != 1 && given.Count != size || !given.All(isSound)) throw OnnxPolicyErrors.BadScaling(name, given.Count, size, task.Name);
            return [.. Enumerable.Range(0, size).Select(index => (float)(given.Count == 0 ? none : given.Count == 1 ? given[0] : given[index]))];
        }
    }

    // A row's shape, and where the elements of an observation go: to their places, null for those that stay, or as the space flattens them.
    private sealed record Arrangement(int[] Shape, int[]? Places, bool Flattens);
}
