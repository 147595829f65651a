namespace EnvHub.Envs.GridWorlds;

/// <summary>Where things are on the table.</summary>
/// <param name="Gripper">Its cell.</param>
/// <param name="Thing">The object's cell; the gripper's while it is held.</param>
/// <param name="Tray">Its cell.</param>
/// <param name="IsClosed">Whether the gripper is closed.</param>
/// <param name="IsHeld">Whether it holds the object.</param>
internal readonly record struct GraspState(int Gripper, int Thing, int Tray, bool IsClosed = false, bool IsHeld = false)
{
    /// <summary>The actions after the four moves.</summary>
    public const int Close = Board.Moves, Open = Close + 1, Actions = Open + 1;

    /// <summary>The state's number: six bits for each cell, one for closed, one for held.</summary>
    public int Number => (((Gripper << 6 | Thing) << 6 | Tray) << 1 | (IsClosed ? 1 : 0)) << 1 | (IsHeld ? 1 : 0);

    /// <summary>The state with that number.</summary>
    public static GraspState Of(int number) => new(number >> 14 & 63, number >> 8 & 63, number >> 2 & 63, (number >> 1 & 1) != 0, (number & 1) != 0);

    /// <summary>What holding the object is worth: half of the way.</summary>
    public const double Grip = Board.Success / 2;

    /// <summary>What is reached: 0 with the object on the table, <see cref="Grip"/> while it is held, 1 once it is delivered. A step earns the difference, so
    /// that nothing is gained by closing again and again.</summary>
    public double Progress => IsDelivered ? Board.Success : IsHeld ? Grip : 0;

    /// <summary>Whether the object lies in the tray.</summary>
    public bool IsDelivered => !IsHeld && Thing == Tray;

    /// <summary>The state after an action: the gripper moves and takes along what it holds; closes, and holds the object where that lies below it and the
    /// gripper was open; opens, and lets go.</summary>
    public GraspState After(int action) => action switch
    {
        Close => this with { IsClosed = true, IsHeld = IsHeld || !IsClosed && Gripper == Thing },
        Open => this with { IsClosed = false, IsHeld = false },
        _ => MovedTo(Board.Move(Gripper, action)),
    };

    private GraspState MovedTo(int cell) => this with { Gripper = cell, Thing = IsHeld ? cell : Thing };

    /// <summary>The fewest steps from here to a delivery: to the object, close, to the tray, open; and first open, where the gripper is closed on nothing.</summary>
    public int ShortestPath
    {
        get
        {
            if (IsDelivered) return 0;
            int carry = Board.Distance(Thing, Tray) + 1;
            return IsHeld ? carry : Board.Distance(Gripper, Thing) + 1 + carry + (IsClosed ? 1 : 0);
        }
    }
}
