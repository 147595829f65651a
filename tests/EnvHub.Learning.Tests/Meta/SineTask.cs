namespace EnvHub.Learning.Tests;

/// <summary>A sine wave to regress: <c>y = A sin(x - p)</c>, A in [0.1, 5], p in [0, π], x in [-5, 5].</summary>
/// <remarks>Source: Finn, Abbeel and Levine (2017), section 5.1.</remarks>
internal readonly record struct SineTask(double Amplitude, double Phase)
{
    public static SineTask Draw(RandomGenerator random) => new(random.Uniform(0.1, 5), random.Uniform(0, Math.PI));

    public void Sample(RandomGenerator random, Span<float> inputs, Span<float> outputs)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = (float)random.Uniform(-5, 5);
            outputs[i] = (float)(Amplitude * Math.Sin(inputs[i] - Phase));
        }
    }
}
