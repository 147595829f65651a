using EnvHub.Numerics;

namespace EnvHub.Envs.GridWorlds;

/// <summary>Generates mazes: 16 rooms in four rows, a cell each with a cell between them; a random depth-first walk joins all rooms, and some of the walls
/// that it left are opened besides. The lowest row and the right column are wall.</summary>
internal static class MazeGenerator
{
    /// <summary>Walls between neighbouring rooms that a depth-first walk leaves: 24 there are, and it opens 15.</summary>
    public const int MaxLoops = 9;

    private const int Side = 4, Rooms = Side * Side;
    private const ulong HeldOutOf = 5;

    /// <summary>Generates a maze.</summary>
    /// <param name="loops">Walls that are opened after the walk, [0, 9].</param>
    /// <param name="selection">Mazes that do not belong to it are thrown away.</param>
    /// <returns>The free cells.</returns>
    public static ulong Generate(int loops, MazeSelection selection, RandomGenerator random)
    {
        ulong free;
        do free = OpenLoops(Walk(random), loops, random);
        while (selection != MazeSelection.All && IsHeldOut(free) != (selection == MazeSelection.HeldOut));
        return free;
    }

    /// <summary>Whether a maze is kept from training: a fifth of them, told by a hash of the free cells.</summary>
    public static bool IsHeldOut(ulong free)
    {
        // The finaliser of SplitMix64.
        free = (free ^ free >> 30) * 0xbf58_476d_1ce4_e5b9;
        free = (free ^ free >> 27) * 0x94d0_49bb_1331_11eb;
        return (free ^ free >> 31) % HeldOutOf == 0;
    }

    private static ulong Walk(RandomGenerator random)
    {
        Span<int> path = stackalloc int[Rooms];
        int room = (int)random.Integers(Rooms);
        (path[0], int length) = (room, 1);
        ulong free = Board.SetOf(CellOf(room));
        Span<int> choices = stackalloc int[Board.Moves];
        while (length > 0)
        {
            room = path[length - 1];
            int count = 0;
            for (int direction = 0; direction < Board.Moves; direction++)
                if (NeighbourOf(room, direction) is >= 0 and var neighbour && !Board.Has(free, CellOf(neighbour))) choices[count++] = direction;
            if (count == 0)
            {
                length--;
                continue;
            }
            int chosen = choices[(int)random.Integers(count)];
            int next = NeighbourOf(room, chosen);
            free |= Board.SetOf(Board.Move(CellOf(room), chosen)) | Board.SetOf(CellOf(next));
            path[length++] = next;
        }
        return free;
    }

    private static ulong OpenLoops(ulong free, int loops, RandomGenerator random)
    {
        ulong walls = 0;
        for (int room = 0; room < Rooms; room++)
            foreach (int direction in (ReadOnlySpan<int>)[Board.Right, Board.Down])
                if (NeighbourOf(room, direction) >= 0) walls |= Board.SetOf(Board.Move(CellOf(room), direction)) & ~free;
        for (; loops > 0; loops--)
        {
            ulong wall = Board.SetOf(Board.Draw(walls, random));
            (free, walls) = (free | wall, walls & ~wall);
        }
        return free;
    }

    private static int CellOf(int room) => room / Side * 2 * Board.Size + room % Side * 2;

    // -1 beyond the edge.
    private static int NeighbourOf(int room, int direction) => direction switch
    {
        Board.Up => room >= Side ? room - Side : -1,
        Board.Right => room % Side < Side - 1 ? room + 1 : -1,
        Board.Down => room < Rooms - Side ? room + Side : -1,
        _ => room % Side > 0 ? room - 1 : -1,
    };
}
