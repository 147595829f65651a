namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>A <see cref="Drift"/> whose actions are of another type, the same as in trace.py.</summary>
internal sealed class Wide
{
    public static IVectorEnvironment Float64(int count) =>
        new EnvironmentVector<float[], double[]>(() => new Of<double>([-2, -0.3], [1.1, 3], value => (float)value), count);

    public static IVectorEnvironment Float16(int count) =>
        new EnvironmentVector<float[], Half[]>(() => new Of<Half>([(Half)(-2), (Half)(-0.3)], [(Half)1.1, (Half)3], value => (float)value), count);

    private sealed class Of<T>(T[] low, T[] high, Func<T, float> round)
        : Environment<float[], T[]>(Drift.Description with { ActionSpace = new BoxSpace<T>(low, high, [2]) }) where T : unmanaged, IComparable<T>
    {
        private readonly float[] _x = new float[2];

        protected override float[] OnReset()
        {
            for (int i = 0; i < 2; i++) _x[i] = (float)Random.Uniform(-0.5, 0.5);
            return _x;
        }

        protected override StepResult<float[]> OnStep(T[] action)
        {
            for (int i = 0; i < 2; i++) _x[i] += 0.25f * round(action[i]);
            return new(_x, (double)_x[0] - round(action[1]), Math.Abs(_x[0]) > 3);
        }
    }
}
