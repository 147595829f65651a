using System.Diagnostics;
using EnvHub.Numerics;

namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>Kills the workers of a vector at random moments and looks at every transition of Fixtures/faulty_envs.py that the learner
/// gets: its first element names the episode, the second counts the steps.</summary>
internal sealed class WatchedVector(GymnasiumVector inner, int kills, ulong seed) : IVectorEnvironment, IMetricSource
{
    private const int LongestPause = 20, LongestDelayMicroseconds = 2000, MostStepsToAKill = 10;

    private readonly RandomGenerator _random = new(seed);
    private readonly float[] _acted = new float[inner.Count * 2];
    private Task _killing = Task.CompletedTask;
    private int _pause, _stepsToTheKill;

    public EnvironmentSpec Spec => inner.Spec;

    public int Count => inner.Count;

    public IReadOnlyDictionary<string, long> Counters => inner.Counters;

    public int Kills { get; private set; }

    /// <summary>Transitions that were cut off by a death.</summary>
    public int Deaths { get; private set; }

    public List<int> ProcessIds { get; } = [];

    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output)
    {
        inner.Reset(seeds, output);
        output.Observations.CopyTo(_acted);
    }

    public void Step(in ActionBatch actions, in StepBuffers output)
    {
        // Steps go on meanwhile, but not so many that a busy machine has too few for all kills.
        if (!_killing.IsCompleted && ++_stepsToTheKill > MostStepsToAKill) _killing.Wait();
        if (_killing.IsCompleted && Counters["worker_restarts"] == Kills && Kills < kills && --_pause < 0) KillSoon();
        inner.Step(actions, output);
        for (int copy = 0; copy < Count; copy++) Look(copy, output);
        output.Observations.CopyTo(_acted);
    }

    public void Dispose() => inner.Dispose();

    private void KillSoon()
    {
        var ids = inner.ProcessIds;
        int victim = ids[(int)_random.Integers(0, ids.Count)];
        var delay = TimeSpan.FromMicroseconds(_random.Integers(0, LongestDelayMicroseconds));
        (_pause, _stepsToTheKill) = ((int)_random.Integers(0, LongestPause), 0);
        ProcessIds.AddRange(ids);
        Kills++;
        _killing = Task.Run(() =>
        {
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < delay) Thread.SpinWait(10);
            using var process = Process.GetProcessById(victim);
            process.Kill();
        });
    }

    private void Look(int copy, in StepBuffers output)
    {
        var (episode, steps) = (_acted[2 * copy], _acted[2 * copy + 1]);
        bool isDeath = output.Rewards[copy] == 0;
        (float, float) expected = isDeath ? (episode, steps) : (episode, steps + 1);
        if (isDeath) Deaths++;
        Assert.That((output.FinalObservations[2 * copy], output.FinalObservations[2 * copy + 1]), Is.EqualTo(expected));
        if (isDeath) Assert.That((output.Truncated[copy], output.Terminated[copy], output.Observations[2 * copy + 1]), Is.EqualTo((true, false, 0f)));
    }
}
