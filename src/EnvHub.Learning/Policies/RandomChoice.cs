using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>Uniformly random choice of a discrete action.</summary>
public static class RandomChoice
{
    /// <summary>An action among the possible ones: one draw of the generator, the same whether a mask allows all or there is none.</summary>
    /// <param name="actionCount">A.</param>
    /// <param name="mask">Shape <c>[A]</c>, true where the action is possible; empty: all are.</param>
    /// <exception cref="HubException">EH2014 no action is possible.</exception>
    public static int Of(RandomGenerator random, int actionCount, ReadOnlySpan<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (mask.IsEmpty) return (int)random.Integers(actionCount);
        int possible = mask.Count(true);
        if (possible == 0) throw LearningErrors.NothingPossible();
        int rank = (int)random.Integers(possible), action = -1;
        while (rank-- >= 0) action += 1 + mask[(action + 1)..].IndexOf(true);
        return action;
    }
}
