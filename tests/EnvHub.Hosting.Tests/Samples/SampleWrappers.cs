using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

/// <summary>Wrappers of each kind that the hub treats in a way of its own.</summary>
internal static class SampleWrappers
{
    public static WrapperRegistration Half { get; } = new("Half", "Halves rewards.", typeof(HalfOptions),
        (spec, _) => spec with { RewardRange = (0, 0.5) }, (create, count, _) => new HalfReward(create(count))) { ChangesRewardsOnly = true };

    public static WrapperRegistration Count { get; } = new("Count", "Counts steps.", typeof(CountOptions),
        (spec, options) => spec with { MaxEpisodeSteps = ((CountOptions)options).Limit }, (create, count, options) => new StepCount(create(count)))
    {
        Refusal = (spec, _) => spec.ObservationSpace is BoxSpace ? null : "Count needs a Box.",
    };

    public sealed record HalfOptions;

    public sealed record CountOptions
    {
        [System.ComponentModel.DataAnnotations.Range(1, 100)]
        public int Limit { get; init; } = 10;
    }

    private sealed class HalfReward(IVectorEnvironment inner) : WrapperVector(inner, inner.Spec)
    {
        protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
        {
            StepInner(actions, output, active);
            for (int i = 0; i < Count; i++) output.Rewards[i] *= 0.5;
        }
    }

    /// <summary>Its statistics are how many steps of how many copies it has seen.</summary>
    public sealed class StepCount(IVectorEnvironment inner) : WrapperVector(inner, inner.Spec), IRunningStatistics
    {
        private long _steps;

        public bool IsFrozen { get; set; }

        public void Save(ICheckpointWriter writer) => writer.Write<long>("steps", [_steps]);

        public void Load(ICheckpointReader reader)
        {
            Span<long> steps = stackalloc long[1];
            reader.Read("steps", steps);
            _steps = steps[0];
        }

        protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
        {
            StepInner(actions, output, active);
            if (!IsFrozen) _steps += Count;
        }
    }
}
