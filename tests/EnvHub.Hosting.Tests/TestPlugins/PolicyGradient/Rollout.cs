namespace EnvHub.TestPlugins;

/// <summary>The steps of one learning phase: T steps of N copies, row t · N + copy.</summary>
internal sealed class Rollout
{
    private readonly int _horizon, _copies;
    private int _steps;

    public Rollout(int horizon, int copies, int observationSize, int actionSize, int maskSize)
    {
        (_horizon, _copies) = (horizon, copies);
        int rows = horizon * copies;
        (Observations, NextObservations) = (new float[rows * observationSize], new float[rows * observationSize]);
        (Actions, LogProbabilities, Masks) = (new float[rows * actionSize], new double[rows], new bool[rows * maskSize]);
        (Rewards, Terminated, Ended) = (new double[rows], new bool[rows], new bool[rows]);
        (Values, NextValues, Advantages, Targets) = (new float[rows], new float[rows], new double[rows], new float[rows]);
    }

    public float[] Observations { get; }

    public float[] NextObservations { get; }

    public float[] Actions { get; }

    public double[] LogProbabilities { get; }

    public bool[] Masks { get; }

    public double[] Rewards { get; }

    public bool[] Terminated { get; }

    public bool[] Ended { get; }

    public float[] Values { get; }

    public float[] NextValues { get; }

    public double[] Advantages { get; }

    public float[] Targets { get; }

    /// <summary>The first row of the step that comes next.</summary>
    public int NextRow => _steps * _copies;

    public bool IsFull => _steps == _horizon;

    public void Advance() => _steps++;

    public void Clear() => _steps = 0;

    /// <summary>Breaks the last step off from what comes after.</summary>
    public void Cut()
    {
        if (_steps > 0) Ended.AsSpan(NextRow - _copies, _copies).Fill(true);
    }

    /// <summary>Computes advantages, of mean 0 and deviation 1, and the critic's targets.</summary>
    /// <remarks>Source: Schulman et al. (2016), generalised advantage estimation.</remarks>
    public void Estimate(double discount, double trace, double rewardScale)
    {
        for (int row = Values.Length - 1; row >= 0; row--)
        {
            double next = Terminated[row] ? 0 : NextValues[row];
            double error = Rewards[row] / rewardScale + discount * next - Values[row];
            bool goesOn = !Ended[row] && row + _copies < Values.Length;
            Advantages[row] = error + (goesOn ? discount * trace * Advantages[row + _copies] : 0);
            Targets[row] = (float)(Advantages[row] + Values[row]);
        }
        double mean = 0, squares = 0;
        foreach (double advantage in Advantages) mean += advantage / Advantages.Length;
        foreach (double advantage in Advantages) squares += (advantage - mean) * (advantage - mean) / Advantages.Length;
        foreach (ref double advantage in Advantages.AsSpan()) advantage = (advantage - mean) / (Math.Sqrt(squares) + 1e-8);
    }

    public void Save(ICheckpointWriter writer)
    {
        writer.Write<int>("rollout.steps", [_steps]);
        writer.Write<float>("rollout.observations", Observations);
        writer.Write<float>("rollout.nextObservations", NextObservations);
        writer.Write<float>("rollout.actions", Actions);
        writer.Write<double>("rollout.logProbabilities", LogProbabilities);
        writer.Write<bool>("rollout.masks", Masks);
        writer.Write<double>("rollout.rewards", Rewards);
        writer.Write<bool>("rollout.terminated", Terminated);
        writer.Write<bool>("rollout.ended", Ended);
    }

    public void Load(ICheckpointReader reader)
    {
        Span<int> steps = stackalloc int[1];
        reader.Read("rollout.steps", steps);
        reader.Read<float>("rollout.observations", Observations);
        reader.Read<float>("rollout.nextObservations", NextObservations);
        reader.Read<float>("rollout.actions", Actions);
        reader.Read<double>("rollout.logProbabilities", LogProbabilities);
        reader.Read<bool>("rollout.masks", Masks);
        reader.Read<double>("rollout.rewards", Rewards);
        reader.Read<bool>("rollout.terminated", Terminated);
        reader.Read<bool>("rollout.ended", Ended);
        _steps = steps[0];
    }
}
