namespace EnvHub.Numerics;

/// <summary>Where the kernel stands: walks over the places of the result, row by row, image after image.</summary>
internal struct PatchCursor
{
    private readonly int _stride, _resultWidth, _resultHeight, _padding;
    private int _image, _row, _column;

    public PatchCursor(in ConvolutionShape shape, int place)
    {
        (_stride, _padding, _resultWidth, _resultHeight) = (shape.Stride, shape.Padding, shape.ResultWidth, shape.ResultHeight);
        (_image, place) = Math.DivRem(place, shape.ResultPlaces);
        (_row, _column) = Math.DivRem(place, _resultWidth);
    }

    /// <summary>The image's row under the kernel's first; outside the image where that stands on padding.</summary>
    public readonly int Top => _row * _stride - _padding;

    private readonly int Left => _column * _stride - _padding;

    /// <summary>The kernel's columns that stand on the image, the second not included.</summary>
    public readonly (int Start, int End) Columns(in ConvolutionShape shape) => (Math.Max(0, -Left), Math.Min(shape.Kernel, shape.Width - Left));

    /// <summary>The image's place, among all images', under a column of the kernel.</summary>
    /// <param name="y">The image's row.</param>
    /// <param name="column">The kernel's column.</param>
    public readonly int PlaceOf(in ConvolutionShape shape, int y, int column) => (_image * shape.Height + y) * shape.Width + Left + column;

    /// <summary>Goes to the next place.</summary>
    public void Next()
    {
        if (++_column < _resultWidth) return;
        _column = 0;
        if (++_row < _resultHeight) return;
        _row = 0;
        _image++;
    }
}
