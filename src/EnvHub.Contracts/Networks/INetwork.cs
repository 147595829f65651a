namespace EnvHub.Contracts;

/// <summary>One trunk, one head per task, one flat parameter vector, wherever the engine keeps it.</summary>
public interface INetwork : IDisposable
{
    /// <summary>What was built.</summary>
    NetworkSpec Spec { get; }

    /// <summary>All weights, in the order of <see cref="Segments"/>; always the same object. Writing to it changes the network.</summary>
    ParameterVector Parameters { get; }

    /// <summary>Gradients of the loss, same layout as <see cref="Parameters"/>; always the same object. <see cref="Backward"/> adds; the caller clears.</summary>
    ParameterVector Gradients { get; }

    /// <summary>The named parts of <see cref="Parameters"/>, for transfer, files and per-task gradients.</summary>
    IReadOnlyList<ParameterSegment> Segments { get; }

    /// <summary>Another vector of zeros, in the layout and the place of <see cref="Parameters"/>; the caller's to dispose of.</summary>
    ParameterVector CreateVector();

    /// <summary>Computes a head's outputs and remembers what <see cref="Backward"/> needs.</summary>
    /// <param name="head">Index in <see cref="NetworkSpec.Heads"/>.</param>
    /// <param name="inputs">Shape <c>[B, in]</c>, row-major; images as <c>[B, H, W, C]</c>.</param>
    /// <param name="outputs">Receives the outputs, shape <c>[B, out]</c>; where a head has several, one after the other.</param>
    /// <exception cref="HubException">A length is not a whole batch.</exception>
    void Forward(int head, ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Adds the gradients of the batch of the last <see cref="Forward"/>, which must have been of the same head.</summary>
    /// <param name="outputGradients">∂loss/∂outputs, shape <c>[B, out]</c>.</param>
    void Backward(int head, ReadOnlySpan<float> outputGradients);

    /// <summary>Brings one segment of a vector into the host's memory, in the order of files: that of <see cref="ParameterSegment.Shape"/>, no gaps.</summary>
    /// <param name="vector">Of this network's layout.</param>
    /// <param name="segment">One of <see cref="Segments"/>.</param>
    /// <param name="values">Receives <see cref="ParameterSegment.Count"/> values.</param>
    void Export(ParameterVector vector, ParameterSegment segment, Span<float> values);

    /// <summary>Takes one segment of a vector from the host's memory, in the order of files; the inverse of <see cref="Export"/>.</summary>
    /// <param name="vector">Of this network's layout; changed.</param>
    /// <param name="segment">One of <see cref="Segments"/>.</param>
    /// <param name="values"><see cref="ParameterSegment.Count"/> values.</param>
    void Import(ParameterVector vector, ParameterSegment segment, ReadOnlySpan<float> values);
}
