using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>Where a linear map lies in the parameter vector, and its three products.</summary>
/// <param name="Weight">Offset of the weight, <c>[Inputs, Stride]</c>.</param>
/// <param name="Bias">Offset of the bias, <c>[Stride]</c>.</param>
internal readonly record struct LinearPart(int Weight, int Bias, int Inputs, int Outputs)
{
    /// <summary>Offset of a row of the weight that counts as more bias; 0: none.</summary>
    public int OneHotRow { get; init; }

    public int Stride => AlignedBuffer.Pad(Outputs);

    /// <summary>y = x · W + b.</summary>
    /// <param name="spare">At least <see cref="Stride"/> values, overwritten.</param>
    public void Forward(ReadOnlySpan<float> parameters, ReadOnlyMatrix x, Matrix y, bool rectify, Span<float> spare)
    {
        var bias = parameters.Slice(Bias, Stride);
        if (OneHotRow > 0)
        {
            var sum = spare[..Stride];
            bias.CopyTo(sum);
            VectorSums.AddScaled(parameters.Slice(OneHotRow, Stride), 1, sum);
            bias = sum;
        }
        MatrixProducts.Multiply(x, WeightOf(parameters), bias, y, rectify);
    }

    /// <summary>Adds the gradients of weight and bias.</summary>
    public void AddGradients(Span<float> gradients, ReadOnlyMatrix x, ReadOnlyMatrix dy)
    {
        // Whole rows leave no part of a vector over; but a row that is mostly a gap is not worth it.
        int columns = 2 * Outputs <= Stride ? Outputs : Stride;
        MatrixProducts.AddTransposedProduct(
            x, new(dy.Values, dy.Rows, columns, dy.Stride), new(gradients.Slice(Weight, Inputs * Stride), Inputs, columns, Stride));
        ColumnSums.Add(dy, gradients.Slice(Bias, Stride));
        if (OneHotRow > 0) ColumnSums.Add(dy, gradients.Slice(OneHotRow, Stride));
    }

    /// <summary>dx = dy · Wᵀ, and 0 where <paramref name="rectified"/>, unless it is empty, is not above 0.</summary>
    public void InputGradient(ReadOnlySpan<float> parameters, ReadOnlyMatrix dy, Matrix dx, Span<float> scratch, ReadOnlySpan<float> rectified)
    {
        ReadOnlyMatrix weight = new(parameters.Slice(Weight, Inputs * Stride), Inputs, Outputs, Stride);
        MatrixProducts.MultiplyTransposed(new(dy.Values, dy.Rows, Outputs, dy.Stride), weight, dx, scratch, rectified);
    }

    private ReadOnlyMatrix WeightOf(ReadOnlySpan<float> parameters) => new(parameters.Slice(Weight, Inputs * Stride), Inputs, Stride);
}
