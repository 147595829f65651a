namespace EnvHub.Envs.ToyText;

/// <summary>What a step on the ice can lead to.</summary>
internal static class FrozenLakeRules
{
    // Left, down, right, up.
    private static readonly (int Rows, int Columns)[] Moves = [(0, -1), (1, 0), (0, 1), (-1, 0)];

    /// <summary>The start: one of the cells S, each as likely.</summary>
    public static Categorical Starts(IReadOnlyList<string> map) => new([.. string.Concat(map).Select(cell => cell == 'S' ? 1.0 : 0.0)]);

    /// <summary>The transitions.</summary>
    public static TransitionTable Table(IReadOnlyList<string> map, FrozenLakeSettings settings)
    {
        var grid = new Grid(map.Count, map[0].Length);
        var table = new TransitionTable(grid.Cells, Moves.Length, settings.IsSlippery);
        string cells = string.Concat(map);
        double slip = (1.0 - settings.SuccessRate) / 2.0;
        for (int cell = 0; cell < cells.Length; cell++)
            for (int action = 0; action < Moves.Length; action++)
            {
                if (IsEnd(cells[cell])) table.Set(cell, action, new Outcome(1, cell, 0, Terminated: true));
                else if (!settings.IsSlippery) table.Set(cell, action, Enter(cell, action, 1));
                else table.Set(cell, action, Enter(cell, action + 3, slip), Enter(cell, action, settings.SuccessRate), Enter(cell, action + 1, slip));
            }
        return table;

        Outcome Enter(int from, int direction, double probability)
        {
            int cell = grid.Move(from, Moves[direction % Moves.Length]);
            return new(probability, cell, settings.RewardSchedule["GH".IndexOf(cells[cell], StringComparison.Ordinal) is >= 0 and var end ? end : 2], IsEnd(cells[cell]));
        }
    }

    private static bool IsEnd(char cell) => cell is 'G' or 'H';
}
