namespace EnvHub.Numerics;

/// <summary>Result[i, j] = Start[i, j] + Σₚ Left[i, p] · Right[p, j]: where the three matrices lie.</summary>
internal unsafe struct ProductArguments
{
    /// <summary>Left[i, p] lies at <c>i * LeftRow + p * LeftStep</c>, so a transposed left factor costs nothing.</summary>
    public float* Left;
    public nint LeftRow, LeftStep;

    public float* Right;
    public nint RightStride;

    /// <summary>What the sum begins with; a stride of 0 gives every row the same bias.</summary>
    public float* Start;
    public nint StartStride;

    public float* Result;
    public nint ResultStride;

    public int Rows, Depth;

    /// <summary>Whether negative results become zero.</summary>
    public bool Rectify;
}
