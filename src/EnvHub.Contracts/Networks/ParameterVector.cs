namespace EnvHub.Contracts;

/// <summary>A vector of parameters, of gradients or of what is made of them, where the network's engine keeps such: in this process's memory
/// or on a device. Learning mathematics is written with these operations alone, so it runs on any engine.</summary>
/// <remarks>Vectors that meet in an operation are of one engine and of one length. None of the operations allocates, but <see cref="Part(int, int)"/> and
/// <see cref="ToArray"/>. x stands for this vector.</remarks>
public abstract class ParameterVector : IDisposable
{
    /// <summary>Values, gaps of the engine's layout included.</summary>
    public abstract int Length { get; }

    /// <summary>‖x‖₂.</summary>
    public double Norm => Math.Sqrt(SumOfSquares());

    /// <summary>x ← y.</summary>
    public abstract void CopyFrom(ParameterVector source);

    /// <summary>x ← 0.</summary>
    public abstract void Clear();

    /// <summary>x ← x + scale · y.</summary>
    public abstract void AddScaled(ParameterVector values, float scale);

    /// <summary>x ← x + scale · (y - z).</summary>
    public abstract void AddScaledDifference(ParameterVector values, ParameterVector subtracted, float scale);

    /// <summary>x ← scale · x.</summary>
    public abstract void Scale(float scale);

    /// <summary>x ← x / divisor.</summary>
    public abstract void Divide(float divisor);

    /// <summary>x ← τ · y + (1 - τ) · x; τ = 1 copies.</summary>
    /// <param name="values">y.</param>
    /// <param name="tau">τ in [0, 1].</param>
    public abstract void Interpolate(ParameterVector values, double tau);

    /// <summary>Σ x · y, in double precision where the engine has it.</summary>
    public abstract double Dot(ParameterVector values);

    /// <summary>Σ x², as <see cref="Dot"/>.</summary>
    public virtual double SumOfSquares() => Dot(this);

    /// <summary>Values <paramref name="offset"/> to <paramref name="offset"/> + <paramref name="length"/> of this vector: a view, not a copy. The caller keeps
    /// it rather than making it again and again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would reach beyond the vector.</exception>
    public abstract ParameterVector Part(int offset, int length);

    /// <summary>The part that <paramref name="segment"/> takes, gaps included.</summary>
    public ParameterVector Part(ParameterSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return Part(segment.Offset, segment.Length);
    }

    /// <summary>Brings the values into the host's memory, in the engine's layout.</summary>
    /// <param name="values">Receives them; as long as the vector.</param>
    public abstract void Read(Span<float> values);

    /// <summary>Takes values from the host's memory, in the engine's layout.</summary>
    /// <param name="values">As long as the vector.</param>
    public abstract void Write(ReadOnlySpan<float> values);

    /// <summary>A copy in the host's memory, in the engine's layout.</summary>
    public float[] ToArray()
    {
        var values = new float[Length];
        Read(values);
        return values;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the vector holds; a view frees nothing of the vector it shows. May be called twice.</summary>
    protected virtual void Dispose(bool disposing) { }
}
