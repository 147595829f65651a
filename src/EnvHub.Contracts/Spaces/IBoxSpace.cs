namespace EnvHub.Contracts;

/// <summary>What boxes of every element type have in common: <see cref="BoxSpace"/> for float32, <see cref="BoxSpace{T}"/> for the others.</summary>
public interface IBoxSpace
{
    /// <summary>The type of the components.</summary>
    ElementType ElementType { get; }

    /// <summary>Component <paramref name="index"/>'s smallest value as a double, rounded where a 64-bit integer has none.</summary>
    double LowAt(int index);

    /// <summary>Component <paramref name="index"/>'s largest value as a double, rounded where a 64-bit integer has none.</summary>
    double HighAt(int index);

    /// <summary>Whether component <paramref name="index"/> has a lower bound. An integer without one is still at least its type's smallest.</summary>
    bool IsBoundedBelow(int index);

    /// <summary>Whether component <paramref name="index"/> has an upper bound. An integer without one is still at most its type's largest.</summary>
    bool IsBoundedAbove(int index);

    /// <summary>The space of several of the box's values, one after the other: a box of the same type with one axis more, the first.</summary>
    /// <param name="count">How many; at least 1.</param>
    /// <exception cref="HubException">EH1004 more components than an array holds.</exception>
    Space Stack(int count);
}
