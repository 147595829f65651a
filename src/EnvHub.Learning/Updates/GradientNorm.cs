namespace EnvHub.Learning;

/// <summary>Clipping of all gradients together by their norm.</summary>
public static class GradientNorm
{
    // Added by PyTorch to the norm before it divides.
    private const double Guard = 1e-6;

    /// <summary>The factor <c>min(1, limit / (‖g‖₂ + 10⁻⁶))</c> that brings the gradients to the limit, for
    /// <see cref="IOptimizer.Step"/>.</summary>
    /// <param name="gradients">g, shape <c>[P]</c>; left as they are.</param>
    /// <param name="limit">Largest norm, above 0.</param>
    /// <remarks>Source: Pascanu, Mikolov and Bengio (2013); PyTorch's <c>clip_grad_norm_</c>.</remarks>
    public static float ClipScale(ParameterVector gradients, double limit)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        return (float)Math.Min(1, limit / (gradients.Norm + Guard));
    }
}
