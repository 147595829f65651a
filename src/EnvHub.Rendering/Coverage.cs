namespace EnvHub.Rendering;

/// <summary>How much of each pixel a polygon covers, exactly: the area is summed edge by edge.</summary>
/// <remarks>An edge covers what lies to its right, with the sign of its direction. Per row only the change from pixel to pixel is kept,
/// so the sum from the left is the signed cover, and an edge costs no more than the pixels that it crosses.</remarks>
internal sealed class Coverage(int width, int height)
{
    // Two columns more: what an edge at the right border changes beyond it.
    private readonly double[] _changes = new double[(width + 2) * height];
    private int _firstRow = int.MaxValue, _lastRow = -1;

    /// <summary>Adds the edge from <paramref name="a"/> to <paramref name="b"/>.</summary>
    public void AddEdge(Point a, Point b)
    {
        if (a.Y == b.Y) return;
        double sign = a.Y < b.Y ? 1 : -1;
        var (top, bottom) = a.Y < b.Y ? (a, b) : (b, a);
        double slope = (bottom.X - top.X) / (bottom.Y - top.Y);
        int first = (int)Math.Max(0, Math.Floor(top.Y)), end = (int)Math.Min(height, Math.Ceiling(bottom.Y));
        for (int row = first; row < end; row++)
        {
            double from = Math.Max(row, top.Y), to = Math.Min(row + 1, bottom.Y);
            AddPiece(row, top.X + (from - top.Y) * slope, top.X + (to - top.Y) * slope, sign * (to - from));
        }
        if (first < end) (_firstRow, _lastRow) = (Math.Min(_firstRow, first), Math.Max(_lastRow, end - 1));
    }

    /// <summary>Calls <paramref name="paint"/> with x, y and the covered share, (0, 1], of every pixel that is covered, and forgets the edges.</summary>
    public void Sweep(Action<int, int, double> paint)
    {
        for (int row = _firstRow; row <= _lastRow; row++)
        {
            var changes = _changes.AsSpan(row * (width + 2), width + 2);
            double sum = 0;
            for (int column = 0; column < width; column++)
            {
                sum += changes[column];
                double share = Math.Min(Math.Abs(sum), 1);
                // Below a thousandth nothing is seen, and rounding leaves such rests.
                if (share > 1e-3) paint(column, row, share);
            }
            changes.Clear();
        }
        (_firstRow, _lastRow) = (int.MaxValue, -1);
    }

    // A part of an edge within one row, of signed height.
    private void AddPiece(int row, double from, double to, double signedHeight)
    {
        var (left, right) = (Math.Clamp(Math.Min(from, to), 0, width), Math.Clamp(Math.Max(from, to), 0, width));
        var changes = _changes.AsSpan(row * (width + 2), width + 2);
        int last = (int)right;
        for (int column = (int)left; column <= last; column++)
        {
            double start = Math.Max(left, column), stop = Math.Min(right, column + 1);
            double share = right > left ? signedHeight * (stop - start) / (right - left) : signedHeight;
            double middle = (start + stop) / 2 - column;
            changes[column] += share * (1 - middle);
            changes[column + 1] += share * middle;
        }
    }
}
