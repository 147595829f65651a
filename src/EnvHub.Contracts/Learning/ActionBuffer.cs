namespace EnvHub.Contracts;

/// <summary>Where a learner or a policy puts one action per copy: the writable form of an <see cref="ActionBatch"/>. A view: it owns nothing.</summary>
public readonly ref struct ActionBuffer
{
    /// <summary>For a discrete space, shape <c>[N]</c>.</summary>
    public ActionBuffer(Span<int> discrete) => Discrete = discrete;

    /// <summary>For any other space, shape <c>[N, ElementSize]</c>, row-major.</summary>
    public ActionBuffer(Span<float> elements) => Elements = elements;

    /// <summary>Receives actions of a discrete space, each in [0, n), shape <c>[N]</c>; empty for another space.</summary>
    public Span<int> Discrete { get; }

    /// <summary>Receives actions of any other space, shape <c>[N, ElementSize]</c>; empty for a discrete space.</summary>
    public Span<float> Elements { get; }

    /// <summary>For discrete actions.</summary>
    public static implicit operator ActionBuffer(Span<int> discrete) => new(discrete);

    /// <summary>For discrete actions.</summary>
    public static implicit operator ActionBuffer(int[] discrete) => new(discrete.AsSpan());

    /// <summary>For actions of any other space.</summary>
    public static implicit operator ActionBuffer(Span<float> elements) => new(elements);

    /// <summary>For actions of any other space.</summary>
    public static implicit operator ActionBuffer(float[] elements) => new(elements.AsSpan());

    /// <summary>The actions, as <see cref="IVectorEnvironment.Step"/> takes them.</summary>
    public static implicit operator ActionBatch(ActionBuffer actions) =>
        actions.Elements.IsEmpty ? new((ReadOnlySpan<int>)actions.Discrete) : new((ReadOnlySpan<float>)actions.Elements);
}
