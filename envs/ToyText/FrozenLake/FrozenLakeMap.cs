using EnvHub.Numerics;

namespace EnvHub.Envs.ToyText;

/// <summary>The cells of a frozen lake.</summary>
internal static class FrozenLakeMap
{
    /// <summary>Random maps that are drawn before it is given up.</summary>
    public const int Attempts = 10_000;

    private static readonly (int Row, int Column)[] Neighbours = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    private static readonly string[] FourByFour = ["SFFF", "FHFH", "FFFH", "HFFG"];

    private static readonly string[] EightByEight =
        ["SFFFFFFF", "FFFFFFFF", "FFFHFFFF", "FFFFFHFF", "FFFHFFFF", "FHHFFFHF", "FHFFHFHF", "FFFHFFFG"];

    /// <summary>The map that <paramref name="settings"/> ask for.</summary>
    /// <exception cref="HubException">EH4301 no random map has a way to the goal.</exception>
    public static IReadOnlyList<string> Of(FrozenLakeSettings settings) => settings.Map ?? settings.MapName switch
    {
        FrozenLakeMapName.FourByFour => FourByFour,
        FrozenLakeMapName.EightByEight => EightByEight,
        _ => TryGenerate(settings) ?? throw ToyTextErrors.NoWay(settings.MapSize, settings.MapFrozen, Attempts),
    };

    /// <summary>A random map with a way from start to goal; null if there was none among the first.</summary>
    /// <remarks>Source: Gymnasium's <c>generate_random_map</c>, draw for draw. Differs: it gives up.</remarks>
    public static IReadOnlyList<string>? TryGenerate(FrozenLakeSettings settings)
    {
        var random = new RandomGenerator(settings.MapSeed);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            char[][] cells = Draw(random, settings.MapSize, settings.MapFrozen);
            if (HasWay(cells)) return [.. cells.Select(row => new string(row))];
        }
        return null;
    }

    private static char[][] Draw(RandomGenerator random, int size, double frozen)
    {
        var cells = new char[size][];
        for (int row = 0; row < size; row++)
        {
            cells[row] = new char[size];
            for (int column = 0; column < size; column++) cells[row][column] = random.Choice<char>("FH", [frozen, 1 - frozen]);
        }
        (cells[0][0], cells[^1][^1]) = ('S', 'G');
        return cells;
    }

    private static bool HasWay(char[][] cells)
    {
        int size = cells.Length;
        var seen = new bool[size, size];
        var open = new Stack<(int Row, int Column)>([(0, 0)]);
        while (open.TryPop(out var cell))
        {
            if (seen[cell.Row, cell.Column]) continue;
            seen[cell.Row, cell.Column] = true;
            foreach (var (down, right) in Neighbours)
            {
                var (row, column) = (cell.Row + down, cell.Column + right);
                if (row < 0 || row >= size || column < 0 || column >= size) continue;
                if (cells[row][column] == 'G') return true;
                if (cells[row][column] != 'H') open.Push((row, column));
            }
        }
        return false;
    }
}
