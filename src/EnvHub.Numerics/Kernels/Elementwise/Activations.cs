namespace EnvHub.Numerics;

/// <summary>Nonlinearities and their gradients, in place. Zero stays zero, so gaps between rows may be passed along.</summary>
public static unsafe class Activations
{
    /// <summary>values = max(0, values).</summary>
    public static void Rectify(Span<float> values) => Rectify(values, LaneDispatch.Widest);

    /// <summary>gradients = 0 wherever the activation's output was not above 0.</summary>
    /// <param name="outputs">What <see cref="Rectify(Span{float})"/> gave.</param>
    /// <param name="gradients">∂/∂outputs; becomes ∂/∂inputs.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void RectifyGradient(ReadOnlySpan<float> outputs, Span<float> gradients) =>
        RectifyGradient(outputs, gradients, LaneDispatch.Widest);

    /// <summary>values = tanh(values), within 4e-7 of the true value, relatively.</summary>
    public static void Tanh(Span<float> values) => Tanh(values, LaneDispatch.Widest);

    /// <summary>gradients = gradients · (1 − outputs²).</summary>
    /// <param name="outputs">What <see cref="Tanh(Span{float})"/> gave.</param>
    /// <param name="gradients">∂/∂outputs; becomes ∂/∂inputs.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void TanhGradient(ReadOnlySpan<float> outputs, Span<float> gradients) =>
        TanhGradient(outputs, gradients, LaneDispatch.Widest);

    internal static void Rectify(Span<float> values, LaneWidth width)
    {
        fixed (float* target = values) LaneDispatch.Run(new RectifyKernel(target), values.Length, width);
    }

    internal static void RectifyGradient(ReadOnlySpan<float> outputs, Span<float> gradients, LaneWidth width)
    {
        MatrixErrors.RequireEqual("outputs and gradients", outputs.Length, gradients.Length);
        fixed (float* source = outputs, target = gradients)
            LaneDispatch.Run(new RectifyGradientKernel(source, target), gradients.Length, width);
    }

    internal static void Tanh(Span<float> values, LaneWidth width)
    {
        fixed (float* target = values) LaneDispatch.Run(new TanhKernel(target), values.Length, width);
    }

    internal static void TanhGradient(ReadOnlySpan<float> outputs, Span<float> gradients, LaneWidth width)
    {
        MatrixErrors.RequireEqual("outputs and gradients", outputs.Length, gradients.Length);
        fixed (float* source = outputs, target = gradients)
            LaneDispatch.Run(new TanhGradientKernel(source, target), gradients.Length, width);
    }
}
