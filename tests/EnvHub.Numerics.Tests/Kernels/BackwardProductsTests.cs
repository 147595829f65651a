namespace EnvHub.Numerics.Tests;

/// <summary>The short cuts of the backward products give the bits of the long way.</summary>
public sealed class BackwardProductsTests
{
    [Test]
    public void AddTransposedProduct_FewColumns_GivesTheBitsOfOneChainPerElement([Values(1, 2, 7, 8, 9)] int columns, [Values(5, 84, 512, 513)] int rows)
    {
        const int Depth = 37, Gap = 3;
        float[] x = KernelData.Draw(Depth * rows, 1), dy = KernelData.Draw(Depth * columns, 2), dw = KernelData.Draw(rows * (columns + Gap), 3);
        float[] chains = [.. dw];
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                for (int depth = 0; depth < Depth; depth++)
                    chains[row * (columns + Gap) + column] = MathF.FusedMultiplyAdd(
                        x[depth * rows + row], dy[depth * columns + column], chains[row * (columns + Gap) + column]);
        MatrixProducts.AddTransposedProduct(new(x, Depth, rows), new(dy, Depth, columns), new(dw, rows, columns, columns + Gap));
        Assert.That(dw, Is.EqualTo(chains));
    }

    [Test]
    public void MultiplyTransposed_RectifiedInput_IsZeroWhereTheInputWas([Values(1, 31, 64, 100)] int rows, [Values(8, 130)] int depth)
    {
        const int Columns = 20, Stride = 32;
        float[] dy = KernelData.Draw(rows * depth, 1), w = KernelData.Draw(Columns * depth, 2), input = KernelData.Draw(rows * Stride, 3);
        float[] whole = new float[rows * Stride], masked = new float[rows * Stride], scratch = new float[MatrixProducts.ScratchLength(Columns, depth)];
        Activations.Rectify(input);
        MatrixProducts.MultiplyTransposed(new(dy, rows, depth), new(w, Columns, depth), new(whole, rows, Columns, Stride), scratch);
        MatrixProducts.MultiplyTransposed(new(dy, rows, depth), new(w, Columns, depth), new(masked, rows, Columns, Stride), scratch, input);
        Assert.That(masked, Is.EqualTo(whole.Select((slope, i) => input[i] > 0 ? slope : 0)));
    }

    [Test]
    public void MultiplyTransposed_RectifiedOfAnotherLength_Throws() => Assert.That(
        () => MatrixProducts.MultiplyTransposed(
            new(new float[4], 2, 2), new(new float[6], 3, 2), new(new float[6], 2, 3), new float[MatrixProducts.ScratchLength(3, 2)], new float[5]),
        Throws.ArgumentException);
}
