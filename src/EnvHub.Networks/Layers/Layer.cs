using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>One layer of a network at work: it keeps its outputs, and what its backward pass needs besides.</summary>
/// <remarks>To add a kind: a spec in the contracts, a class here, a case in <see cref="LayerFactory"/>.</remarks>
internal abstract class Layer(Slab outputs)
{
    /// <summary>What the last forward pass gave.</summary>
    public virtual Slab Outputs => outputs;

    /// <summary>Values of scratch that its passes need.</summary>
    public virtual int ScratchLength => 0;

    /// <summary>Makes room for a batch; called before any pass, and whenever a larger batch comes.</summary>
    public virtual void Grow(int batch) => outputs.Grow(batch);

    public abstract void Forward(in LayerPass pass, Slab inputs);

    /// <summary>Adds the gradients of the parameters and, where it is asked for, computes that of the inputs.</summary>
    /// <param name="slopes">∂/∂outputs; may be overwritten.</param>
    /// <param name="inputSlopes">Receives ∂/∂inputs; null where nobody needs it.</param>
    public abstract void Backward(in LayerPass pass, Slab inputs, Slab slopes, Slab? inputSlopes);

    /// <summary>Takes an activation that follows into this layer.</summary>
    /// <returns>Whether it could.</returns>
    public virtual bool Absorb(Activation activation) => false;

    protected static void Activate(Activation? activation, Span<float> outputs)
    {
        if (activation == Activation.Relu) Activations.Rectify(outputs);
        else if (activation == Activation.Tanh) Activations.Tanh(outputs);
    }

    protected static void ActivationGradient(Activation? activation, ReadOnlySpan<float> outputs, Span<float> slopes)
    {
        if (activation == Activation.Relu) Activations.RectifyGradient(outputs, slopes);
        else if (activation == Activation.Tanh) Activations.TanhGradient(outputs, slopes);
    }
}
