namespace EnvHub.Contracts;

/// <summary>Turns gradients into a change of the parameters.</summary>
public interface IOptimizer
{
    /// <summary>One step, in place.</summary>
    /// <param name="parameters">Shape <c>[P]</c>, of the optimiser's engine; changed.</param>
    /// <param name="gradients">Shape <c>[P]</c>; left as they are.</param>
    /// <param name="learningRate">Of this step.</param>
    /// <param name="gradientScale">Factor on every gradient, e.g. of norm clipping.</param>
    void Step(ParameterVector parameters, ParameterVector gradients, float learningRate, float gradientScale = 1);

    /// <summary>Forgets the moments and the step count: as new. Allocates nothing.</summary>
    void Reset();

    /// <summary>Writes the moments and the step count.</summary>
    /// <param name="prefix">Before each name.</param>
    void Save(ICheckpointWriter writer, string prefix);

    /// <summary>Continues from what <see cref="Save"/> wrote. After an error the optimiser is as it was.</summary>
    /// <exception cref="HubException">The checkpoint lacks an array, or has one of another type or length.</exception>
    void Load(ICheckpointReader reader, string prefix);
}
