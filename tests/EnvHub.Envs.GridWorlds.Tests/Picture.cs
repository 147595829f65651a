namespace EnvHub.Envs.GridWorlds.Tests;

/// <summary>What an observation shows, <c>[8, 8, 3]</c>.</summary>
internal static class Picture
{
    public const int Size = 8, Cells = Size * Size, Planes = 3;

    public static readonly (int Row, int Column)[] Steps = [(-1, 0), (0, 1), (1, 0), (0, -1)];

    /// <summary>The cells of a plane with that shade.</summary>
    public static int[] CellsOf(ReadOnlySpan<float> observation, int plane, float shade)
    {
        var cells = new List<int>();
        for (int cell = 0; cell < Cells; cell++)
            if (observation[cell * Planes + plane] == shade) cells.Add(cell);
        return [.. cells];
    }

    /// <summary>The cell next to one; itself beyond the edge.</summary>
    public static int Next(int cell, int direction)
    {
        int row = cell / Size + Steps[direction].Row, column = cell % Size + Steps[direction].Column;
        return row is < 0 or >= Size || column is < 0 or >= Size ? cell : row * Size + column;
    }

    /// <summary>Moves from a cell to each over cells that are no walls, by a queue; -1: none.</summary>
    public static int[] DistancesFrom(int cell, ICollection<int> walls)
    {
        int[] distances = [.. Enumerable.Repeat(-1, Cells)];
        distances[cell] = 0;
        var queue = new Queue<int>([cell]);
        while (queue.TryDequeue(out int from))
            for (int direction = 0; direction < 4; direction++)
                if (Next(from, direction) is var to && distances[to] < 0 && !walls.Contains(to))
                {
                    distances[to] = distances[from] + 1;
                    queue.Enqueue(to);
                }
        return distances;
    }

    /// <summary>Mean return of uniform actions.</summary>
    public static double RandomReturn(IVectorEnvironment environment, int steps)
    {
        using var rollout = Rollout.Of(environment, seed: 9);
        (double sum, int episodes) = (0, 0);
        double[] returns = new double[environment.Count];
        for (int step = 0; step < steps; step++)
        {
            rollout.StepRandomly();
            for (int copy = 0; copy < environment.Count; copy++)
            {
                returns[copy] += rollout.Arena.Rewards[copy];
                if (!rollout.Arena.Terminated[copy] && !rollout.Arena.Truncated[copy]) continue;
                (sum, returns[copy], episodes) = (sum + returns[copy], 0, episodes + 1);
            }
        }
        return sum / episodes;
    }
}
