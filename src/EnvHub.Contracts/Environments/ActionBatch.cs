namespace EnvHub.Contracts;

/// <summary>One action per copy. A view: it owns nothing.</summary>
public readonly ref struct ActionBatch
{
    /// <summary>Actions of a discrete space with start 0, shape <c>[Count]</c>.</summary>
    public ActionBatch(ReadOnlySpan<int> discrete) => Discrete = discrete;

    /// <summary>Actions of any other space, shape <c>[Count, ElementSize]</c>, row-major.</summary>
    public ActionBatch(ReadOnlySpan<float> elements) => Elements = elements;

    /// <summary>Shape <c>[Count]</c>, each in [0, n); empty for another space.</summary>
    public ReadOnlySpan<int> Discrete { get; }

    /// <summary>Shape <c>[Count, ElementSize]</c>; empty for a discrete space.</summary>
    public ReadOnlySpan<float> Elements { get; }

    /// <summary>A batch of discrete actions.</summary>
    public static implicit operator ActionBatch(ReadOnlySpan<int> discrete) => new(discrete);

    /// <summary>A batch of discrete actions.</summary>
    public static implicit operator ActionBatch(Span<int> discrete) => new((ReadOnlySpan<int>)discrete);

    /// <summary>A batch of discrete actions.</summary>
    public static implicit operator ActionBatch(int[] discrete) => new((ReadOnlySpan<int>)discrete);

    /// <summary>A batch of actions of any other space.</summary>
    public static implicit operator ActionBatch(ReadOnlySpan<float> elements) => new(elements);

    /// <summary>A batch of actions of any other space.</summary>
    public static implicit operator ActionBatch(Span<float> elements) => new((ReadOnlySpan<float>)elements);

    /// <summary>A batch of actions of any other space.</summary>
    public static implicit operator ActionBatch(float[] elements) => new((ReadOnlySpan<float>)elements);
}
