namespace EnvHub.Evaluation;

/// <summary>What one trial reached on one task at points of its training: mean greedy returns against environment steps.</summary>
public sealed class LearningCurve
{
    private readonly long[] _steps;
    private readonly double[] _values;

    /// <param name="steps">Ascending, at least one; 0 for the policy before any training.</param>
    /// <param name="values">One per point.</param>
    /// <exception cref="ArgumentException">There is no point, the two differ in length, or the steps do not ascend.</exception>
    public LearningCurve(ReadOnlySpan<long> steps, ReadOnlySpan<double> values)
    {
        if (steps.IsEmpty || steps.Length != values.Length)
            throw new ArgumentException($"There are {steps.Length} steps and {values.Length} values; give one value per step, at least one.", nameof(values));
        for (int i = 1; i < steps.Length; i++)
            if (steps[i] <= steps[i - 1]) throw new ArgumentException($"Step {steps[i]} follows step {steps[i - 1]}; steps ascend.", nameof(steps));
        (_steps, _values) = (steps.ToArray(), values.ToArray());
    }

    /// <summary>Where it was measured, ascending.</summary>
    public IReadOnlyList<long> Steps => _steps;

    /// <summary>Where it begins.</summary>
    public long FirstStep => _steps[0];

    /// <summary>Where it ends.</summary>
    public long LastStep => _steps[^1];

    /// <summary>The value before any training; null where it was not measured.</summary>
    public double? AtStart => _steps[0] == 0 ? _values[0] : null;

    /// <summary>The value at a step: on the straight line between its neighbours.</summary>
    /// <param name="step">In [<see cref="FirstStep"/>, <see cref="LastStep"/>].</param>
    public double ValueAt(long step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, FirstStep);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, LastStep);
        int right = Array.FindIndex(_steps, next => next >= step);
        if (_steps[right] == step) return _values[right];
        double share = (double)(step - _steps[right - 1]) / (_steps[right] - _steps[right - 1]);
        return _values[right - 1] + (_values[right] - _values[right - 1]) * share;
    }

    /// <summary>The steps of the first point whose value is at least <paramref name="threshold"/>; null where none is: the trial is censored.</summary>
    public long? StepsTo(double threshold)
    {
        int index = Array.FindIndex(_values, value => value >= threshold);
        return index < 0 ? null : _steps[index];
    }

    /// <summary>The mean height up to a step: the area under straight lines between the points, divided by its width.</summary>
    /// <param name="end">At most <see cref="LastStep"/>; the first point's value holds for what lies before it.</param>
    public double MeanHeight(long end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, LastStep);
        double area = Math.Min(_steps[0], end) * _values[0];
        for (int i = 1; i < _steps.Length && _steps[i - 1] < end; i++)
        {
            double width = _steps[i] - _steps[i - 1], taken = Math.Min(end, _steps[i]) - _steps[i - 1];
            double right = _values[i - 1] + (_values[i] - _values[i - 1]) * taken / width;
            area += taken * (_values[i - 1] + right) / 2;
        }
        return area / end;
    }
}
