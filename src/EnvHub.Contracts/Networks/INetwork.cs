namespace EnvHub.Contracts;

/// <summary>One trunk, one head per task, one flat parameter vector.</summary>
public interface INetwork : IDisposable
{
    /// <summary>What was built.</summary>
    NetworkSpec Spec { get; }

    /// <summary>All weights, in the order of <see cref="Segments"/>. Writing here changes the network.</summary>
    Span<float> Parameters { get; }

    /// <summary>Gradients of the loss, same layout as <see cref="Parameters"/>. <see cref="Backward"/> adds; the caller clears.</summary>
    Span<float> Gradients { get; }

    /// <summary>The named parts of <see cref="Parameters"/>, for transfer, files and per-task gradients.</summary>
    IReadOnlyList<ParameterSegment> Segments { get; }

    /// <summary>Computes a head's outputs and remembers what <see cref="Backward"/> needs.</summary>
    /// <param name="head">Index in <see cref="NetworkSpec.Heads"/>.</param>
    /// <param name="inputs">Shape <c>[B, in]</c>, row-major.</param>
    /// <param name="outputs">Receives the outputs, shape <c>[B, out]</c>.</param>
    /// <exception cref="HubException">A length is not a whole batch.</exception>
    void Forward(int head, ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Adds the gradients of the batch of the last <see cref="Forward"/>, which must have been of the same head.</summary>
    /// <param name="outputGradients">∂loss/∂outputs, shape <c>[B, out]</c>.</param>
    void Backward(int head, ReadOnlySpan<float> outputGradients);
}
