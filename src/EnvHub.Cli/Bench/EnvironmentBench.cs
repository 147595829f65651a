using EnvHub.Numerics;

namespace EnvHub.Cli;

/// <summary>Steps every environment with actions that were drawn beforehand.</summary>
internal static class EnvironmentBench
{
    private static readonly int[] Copies = [1, 64, 1024];

    public static IReadOnlyList<EnvironmentSpeed> Run(HubCatalog catalog, BenchDurations durations) =>
        [.. from environment in catalog.Environments.All
            from copies in Copies
            select new EnvironmentSpeed(environment.Id.ToString(), copies, Measure(environment, copies, durations))];

    private static double Measure(EnvironmentRegistration registration, int copies, BenchDurations durations)
    {
        using var environment = registration.Create(Activator.CreateInstance(registration.SettingsType)!, copies);
        var arena = new StepArena(environment);
        var seeds = new ulong[copies];
        new RandomStreams(1).FillSeeds("bench", seeds);
        environment.Reset(seeds, arena.Observations);
        var actions = new DrawnActions(environment, new RandomGenerator(1));
        return copies * Timing.CallsPerSecond(durations, () => environment.Step(actions.Next(), arena.Buffers));
    }

    // Drawing an action takes as long as a step; it is the caller's work and comes before the clock starts.
    private sealed class DrawnActions
    {
        private const int Batches = 64;      // a power of two

        private readonly int[][] _discrete = new int[Batches][];
        private readonly float[][] _elements = new float[Batches][];
        private readonly bool _isDiscrete;
        private int _next;

        public DrawnActions(IVectorEnvironment environment, RandomGenerator random)
        {
            var space = environment.Spec.ActionSpace;
            _isDiscrete = space is DiscreteSpace;
            for (int batch = 0; batch < Batches; batch++)
            {
                _elements[batch] = new float[environment.Count * space.ElementSize];
                for (int i = 0; i < environment.Count; i++) space.SampleElements(random, _elements[batch].AsSpan(i * space.ElementSize, space.ElementSize));
                _discrete[batch] = space is DiscreteSpace discrete ? [.. _elements[batch].Select(element => (int)((long)element - discrete.Start))] : [];
            }
        }

        public ActionBatch Next()
        {
            int batch = _next++ & (Batches - 1);
            return _isDiscrete ? _discrete[batch] : new ActionBatch(_elements[batch]);
        }
    }
}
