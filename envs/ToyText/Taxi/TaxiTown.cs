namespace EnvHub.Envs.ToyText;

/// <summary>The taxi's town: streets, walls and stops.</summary>
internal static class TaxiTown
{
    /// <summary>Directions, which are the first four actions.</summary>
    public const int South = 0, North = 1, East = 2, West = 3;

    /// <summary>The cells.</summary>
    public static readonly Grid Grid = new(5, 5);

    /// <summary>The stops red, green, yellow and blue.</summary>
    public static readonly int[] Stops = [0, 4, 20, 23];

    private static readonly (int Rows, int Columns)[] Steps = [(1, 0), (-1, 0), (0, 1), (0, -1)];

    // Cells with a wall on their east side.
    private static readonly int[] Walled = [1, 6, 15, 17, 20, 22];

    /// <summary>The cell that a move leads to: the same where a wall or the town's edge is in the way.</summary>
    public static int Move(int cell, int direction)
    {
        int next = Grid.Move(cell, Steps[direction]);
        bool isWalled = direction switch { East => Walled.Contains(cell), West => Walled.Contains(next), _ => false };
        return isWalled ? cell : next;
    }

    /// <summary>The direction to the left of <paramref name="direction"/>.</summary>
    public static int LeftOf(int direction) => direction switch { South => East, North => West, East => North, _ => South };

    /// <summary>The direction to the right of <paramref name="direction"/>.</summary>
    public static int RightOf(int direction) => direction switch { South => West, North => East, East => South, _ => North };
}
