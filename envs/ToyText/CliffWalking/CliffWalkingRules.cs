namespace EnvHub.Envs.ToyText;

/// <summary>What a step along the cliff can lead to.</summary>
internal static class CliffWalkingRules
{
    /// <summary>Rewards of a step and of a fall.</summary>
    public const double Step = -1, Fall = -100;

    /// <summary>The cells; the cliff lies between start and goal, the corners of the last row.</summary>
    public static readonly Grid Grid = new(4, 12);

    /// <summary>Where an episode starts, and where a fall leads.</summary>
    public static readonly int Start = Grid.Cells - Grid.Columns;

    /// <summary>Where an episode terminates.</summary>
    public static readonly int Goal = Grid.Cells - 1;

    // Up, right, down, left.
    private static readonly (int Rows, int Columns)[] Moves = [(-1, 0), (0, 1), (1, 0), (0, -1)];

    /// <summary>The start, drawn although there is one only.</summary>
    public static Categorical Starts() => new([.. Enumerable.Range(0, Grid.Cells).Select(cell => cell == Start ? 1.0 : 0.0)]);

    /// <summary>The transitions.</summary>
    public static TransitionTable Table(bool isSlippery)
    {
        var table = new TransitionTable(Grid.Cells, Moves.Length, isSlippery);
        const double Third = 1.0 / 3;
        for (int cell = 0; cell < Grid.Cells; cell++)
            for (int action = 0; action < Moves.Length; action++)
            {
                if (isSlippery) table.Set(cell, action, Enter(cell, action + 3, Third), Enter(cell, action, Third), Enter(cell, action + 1, Third));
                else table.Set(cell, action, Enter(cell, action, 1));
            }
        return table;
    }

    private static Outcome Enter(int from, int direction, double probability)
    {
        int cell = Grid.Move(from, Moves[direction % Moves.Length]);
        return cell > Start && cell < Goal ? new(probability, Start, Fall, false) : new(probability, cell, Step, cell == Goal);
    }
}
