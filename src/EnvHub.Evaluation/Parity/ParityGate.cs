namespace EnvHub.Evaluation;

/// <summary>Compares two trajectories bit for bit: observations, rewards, flags, continued resets, generators.</summary>
public static class ParityGate
{
    /// <summary>Compares until the first difference.</summary>
    /// <exception cref="ArgumentException">The two sides' actions or observations have different sizes.</exception>
    public static ParityResult Compare(ITrajectorySource one, ITrajectorySource other, ParityOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(options);
        RequireEqual("observation", one.Layout.ObservationSize, other.Layout.ObservationSize);
        RequireEqual("action", one.Layout.ActionSize, other.Layout.ActionSize);
        var run = new Run(one, other);
        for (ulong seed = options.FirstSeed; seed < options.FirstSeed + (ulong)options.Seeds; seed++)
            if (run.Compare(seed, options.Steps, stop) is { } difference) return run.Result(difference);
        return run.Result(null);
    }

    private static void RequireEqual(string what, int one, int other)
    {
        if (one != other) throw new ArgumentException($"One side's {what} has {one} elements, the other's {other}; they must be equal.");
    }

    private sealed class Run(ITrajectorySource one, ITrajectorySource other)
    {
        private readonly TrajectoryRecord _one = new(one.Layout), _other = new(other.Layout);
        private readonly bool _isSinglePrecision = one.Layout.IsSinglePrecision && other.Layout.IsSinglePrecision;
        private long _steps, _episodes;
        private bool _hasGenerators = true;

        public ParityDifference? Compare(ulong seed, int steps, CancellationToken stop)
        {
            one.Begin(seed, _one);
            other.Begin(seed, _other);
            int episode = 1;
            if (Differ(isStep: false) is { Count: > 0 } atReset) return new(seed, 0, episode, atReset);
            for (int step = 1; step <= steps; step++)
            {
                stop.ThrowIfCancellationRequested();
                one.Advance(_one);
                other.Advance(_other);
                _steps++;
                if (Differ(isStep: true) is { Count: > 0 } values) return new(seed, step, episode, values);
                if (!_one.HasEnded) continue;
                episode++;
                _episodes++;
            }
            return null;
        }

        public ParityResult Result(ParityDifference? difference) => new(_steps, _episodes, _hasGenerators, difference);

        private List<ParityValue>? Differ(bool isStep)
        {
            _hasGenerators &= _one.Generator is not null && _other.Generator is not null;
            return IsEqual(isStep) ? null : [.. ParityValues.Of(_one, _other, isStep, _isSinglePrecision)];
        }

        private bool IsEqual(bool isStep) => Same(_one.Observation, _other.Observation)
            && (!_hasGenerators || _one.Generator == _other.Generator)
            && (!isStep || (Same(_one.Action, _other.Action) && Same([_one.Reward], [_other.Reward])
                && (_one.Terminated, _one.Truncated) == (_other.Terminated, _other.Truncated)
                && (!_one.HasEnded || Same(_one.FirstObservation, _other.FirstObservation))));

        private static bool Same(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
        {
            for (int i = 0; i < one.Length; i++)
                if (BitConverter.DoubleToInt64Bits(one[i]) != BitConverter.DoubleToInt64Bits(other[i])) return false;
            return true;
        }
    }
}
