namespace EnvHub.Numerics;

/// <summary>One step of an optimiser in one pass over the parameters. A parameter whose value, gradient and moments are zero stays zero.</summary>
public static unsafe class OptimizerSteps
{
    /// <summary>Adam, and with <see cref="AdamStep.Decay"/> below 1 AdamW.</summary>
    /// <param name="parameters">Shape <c>[P]</c>; changed.</param>
    /// <param name="first">Mean of the gradients, shape <c>[P]</c>; changed.</param>
    /// <param name="second">Mean of the squared gradients, shape <c>[P]</c>; changed.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Adam(
        Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, in AdamStep step) =>
        Adam(parameters, gradients, first, second, in step, LaneDispatch.Widest);

    /// <summary>RMSProp.</summary>
    /// <param name="parameters">Shape <c>[P]</c>; changed.</param>
    /// <param name="state">Mean squares, then (centred only) means, then (momentum only) velocities: shape <c>[P]</c> each; changed.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void RmsProp(Span<float> parameters, ReadOnlySpan<float> gradients, in RmsPropState state, in RmsPropStep step) =>
        RmsProp(parameters, gradients, in state, in step, LaneDispatch.Widest);

    /// <summary>Gradient descent with momentum.</summary>
    /// <param name="parameters">Shape <c>[P]</c>; changed.</param>
    /// <param name="velocity">Shape <c>[P]</c>; changed.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Descend(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocity, in DescentStep step) =>
        Descend(parameters, gradients, velocity, in step, LaneDispatch.Widest);

    internal static void Adam(
        Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, in AdamStep step, LaneWidth width)
    {
        RequireLengths(parameters.Length, gradients.Length, first.Length, second.Length);
        fixed (float* p = parameters, g = gradients, m = first, v = second)
            LaneDispatch.Run(new AdamKernel(p, g, m, v, step), parameters.Length, width);
    }

    internal static void RmsProp(
        Span<float> parameters, ReadOnlySpan<float> gradients, in RmsPropState state, in RmsPropStep step, LaneWidth width)
    {
        int count = parameters.Length;
        RequireLengths(count, gradients.Length, state.Squares.Length, count);
        RequireLengths(count, state.Means.IsEmpty ? count : state.Means.Length, state.Velocity.IsEmpty ? count : state.Velocity.Length, count);
        fixed (float* p = parameters, g = gradients, s = state.Squares, m = state.Means, v = state.Velocity)
            LaneDispatch.Run(new RmsPropKernel(p, g, s, m, v, step), count, width);
    }

    internal static void Descend(
        Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocity, in DescentStep step, LaneWidth width)
    {
        RequireLengths(parameters.Length, gradients.Length, velocity.Length, parameters.Length);
        fixed (float* p = parameters, g = gradients, v = velocity)
            LaneDispatch.Run(new DescentKernel(p, g, v, step), parameters.Length, width);
    }

    private static void RequireLengths(int parameters, int gradients, int first, int second)
    {
        MatrixErrors.RequireEqual("parameters and gradients", parameters, gradients);
        MatrixErrors.RequireEqual("parameters and state", parameters, first);
        MatrixErrors.RequireEqual("parameters and state", parameters, second);
    }
}
