using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.Hosting.Tests;

/// <summary>Shows a sign; the action that names it is paid 1. Episodes last <see cref="Length"/> steps. Allocates nothing per step.</summary>
internal sealed class SignalEnvironment(EnvironmentSpec spec, int count) : IVectorEnvironment
{
    public const int Length = 10;

    private readonly RandomGenerator[] _random = new RandomGenerator[count];
    private readonly int[] _signs = new int[count], _steps = new int[count];

    public EnvironmentSpec Spec => spec;

    public int Count => count;

    public static EnvironmentSpec SpecOf(string id) => new()
    {
        Id = EnvironmentId.Parse(id),
        ObservationSpace = BoxSpace.Uniform(-1, 1, 1),
        ActionSpace = new DiscreteSpace(2),
        MaxEpisodeSteps = Length,
        ReferenceScores = new ReferenceScores(Length / 2.0, Length),
    };

    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output)
    {
        for (int i = 0; i < count; i++)
        {
            if (!seeds.IsEmpty) _random[i] = new RandomGenerator(seeds[i]);
            output.Observations[i] = Restart(i);
        }
    }

    public void Step(in ActionBatch actions, in StepBuffers output)
    {
        for (int i = 0; i < count; i++)
        {
            output.Rewards[i] = actions.Discrete[i] == _signs[i] ? 1 : 0;
            output.Terminated[i] = false;
            output.Truncated[i] = ++_steps[i] == Length;
            output.FinalObservations[i] = Show(i);
            output.Observations[i] = output.Truncated[i] ? Restart(i) : output.FinalObservations[i];
        }
    }

    public void Dispose() { }

    private float Restart(int copy)
    {
        _steps[copy] = 0;
        return Show(copy);
    }

    private float Show(int copy)
    {
        _signs[copy] = (int)_random[copy].Integers(2);
        return _signs[copy] == 1 ? 1 : -1;
    }
}
