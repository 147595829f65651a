using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>One segment of the parameters that a network will have.</summary>
/// <param name="Name">As <see cref="ParameterSegment.Name"/>.</param>
/// <param name="Shape">As <see cref="ParameterSegment.Shape"/>.</param>
/// <param name="Role">What it is for.</param>
/// <param name="FanIn">Inputs that one output sums up; of a bias, those of its weight.</param>
public sealed record PlannedParameter(string Name, IReadOnlyList<int> Shape, ParameterRole Role, int FanIn)
{
    /// <summary>Values.</summary>
    public long Count => Shape.Aggregate(1L, (product, length) => product * length);

    /// <summary>Draws the first values, the same for every engine: PyTorch's default, in the order of <see cref="Shape"/>.</summary>
    /// <param name="values">Receives <see cref="Count"/> values.</param>
    public void Draw(RandomGenerator random, Span<float> values)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (Role is ParameterRole.Gain or ParameterRole.Shift)
        {
            values.Fill(Role == ParameterRole.Gain ? 1 : 0);
            return;
        }
        double bound = 1 / Math.Sqrt(FanIn);
        foreach (ref float value in values) value = (float)random.Uniform(-bound, bound);
    }
}
