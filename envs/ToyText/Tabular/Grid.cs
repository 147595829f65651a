namespace EnvHub.Envs.ToyText;

/// <summary>A rectangle of cells, numbered row by row.</summary>
internal readonly record struct Grid(int Rows, int Columns)
{
    /// <summary>How many cells.</summary>
    public int Cells => Rows * Columns;

    /// <summary>The cell one step from <paramref name="cell"/>; at the edge it stays.</summary>
    public int Move(int cell, (int Rows, int Columns) step)
    {
        int row = Math.Clamp(cell / Columns + step.Rows, 0, Rows - 1), column = Math.Clamp(cell % Columns + step.Columns, 0, Columns - 1);
        return row * Columns + column;
    }
}
