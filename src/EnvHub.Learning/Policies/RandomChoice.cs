using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>Uniformly random choices: of a discrete action, and of an order.</summary>
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

    /// <summary>Puts numbers into a random order, each as likely as any other: n - 1 draws.</summary>
    /// <remarks>Source: Fisher and Yates; Durstenfeld (1964).</remarks>
    public static void Shuffle(RandomGenerator random, Span<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(random);
        for (int i = numbers.Length - 1; i > 0; i--)
        {
            int other = (int)random.Integers(i + 1);
            (numbers[i], numbers[other]) = (numbers[other], numbers[i]);
        }
    }
}
