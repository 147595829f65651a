using System.Numerics;
using EnvHub.Numerics;

namespace EnvHub.Envs.GridWorlds;

/// <summary>A board of 8 by 8 cells, numbered row by row from the upper left. A set of cells is 64 bits, one per cell.</summary>
internal static class Board
{
    /// <summary>Rows and columns.</summary>
    public const int Size = 8;

    /// <summary>Cells.</summary>
    public const int Cells = Size * Size;

    /// <summary>Planes of an observation, which has a byte per cell and plane.</summary>
    public const int Planes = 3;

    /// <summary>Bytes of an observation, <c>[8, 8, 3]</c>.</summary>
    public const int ObservationSize = Cells * Planes;

    /// <summary>Moves, which are the first four actions.</summary>
    public const int Up = 0, Right = 1, Down = 2, Left = 3, Moves = 4;

    /// <summary>What a step costs, and what reaching the aim is worth.</summary>
    public const double StepCost = 0.01, Success = 1;

    /// <summary>Steps after which an episode is truncated.</summary>
    public const int StepLimit = 100;

    private const ulong LeftColumn = 0x0101_0101_0101_0101, RightColumn = LeftColumn << (Size - 1);

    /// <summary>The set of one cell.</summary>
    public static ulong SetOf(int cell) => 1UL << cell;

    /// <summary>Whether a set has a cell.</summary>
    public static bool Has(ulong set, int cell) => (set >> cell & 1) != 0;

    /// <summary>The cell that a move leads to: the same at the board's edge.</summary>
    public static int Move(int cell, int direction)
    {
        int row = cell / Size, column = cell % Size;
        return direction switch
        {
            Up => row > 0 ? cell - Size : cell,
            Right => column < Size - 1 ? cell + 1 : cell,
            Down => row < Size - 1 ? cell + Size : cell,
            _ => column > 0 ? cell - 1 : cell,
        };
    }

    /// <summary>Moves between two cells where nothing is in the way.</summary>
    public static int Distance(int from, int to) => Math.Abs(from / Size - to / Size) + Math.Abs(from % Size - to % Size);

    /// <summary>The fewest moves between two cells over free cells, by breadth-first search; -1 where no way leads.</summary>
    /// <param name="free">The cells that may be entered.</param>
    public static int ShortestPath(ulong free, int from, int to)
    {
        ulong seen = SetOf(from), front = seen;
        for (int moves = 0; front != 0; moves++)
        {
            if (Has(front, to)) return moves;
            ulong next = front << Size | front >> Size | (front & ~RightColumn) << 1 | (front & ~LeftColumn) >> 1;
            front = next & free & ~seen;
            seen |= front;
        }
        return -1;
    }

    /// <summary>A cell of a set, each as likely as the next.</summary>
    public static int Draw(ulong set, RandomGenerator random)
    {
        for (int skipped = (int)random.Integers(BitOperations.PopCount(set)); skipped > 0; skipped--) set &= set - 1;
        return BitOperations.TrailingZeroCount(set);
    }

    /// <summary>Shows a cell in a plane of an observation.</summary>
    public static void Show(Span<float> observation, int cell, int plane, byte shade = byte.MaxValue) => observation[cell * Planes + plane] = shade;

    /// <summary>What <see cref="Maze"/> and <see cref="Grasp"/> have in common before they are made.</summary>
    /// <param name="actions">How many.</param>
    /// <param name="optimum">The mean return of the best policy; null where it is not known.</param>
    /// <param name="random">The mean return of uniform actions.</param>
    /// <param name="lowestReward">What the worst step earns.</param>
    public static EnvironmentSpec SpecOf(string id, int actions, double? optimum, double random, double lowestReward = -StepCost) => new()
    {
        Id = EnvironmentId.Parse(id),
        ObservationSpace = BoxSpace.UniformOf(byte.MinValue, byte.MaxValue, Size, Size, Planes),
        ActionSpace = new DiscreteSpace(actions),
        MaxEpisodeSteps = StepLimit,
        RenderFps = 6,
        RewardRange = (lowestReward, Success - StepCost),
        RewardThreshold = 0.9 * optimum,
        ReferenceScores = optimum is { } best ? new(Random: random, Reference: best) : null,
    };
}
