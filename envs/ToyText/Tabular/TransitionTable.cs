using System.Diagnostics;

namespace EnvHub.Envs.ToyText;

/// <summary>The rules of an environment with few states: for each state and action the outcomes, one or three.</summary>
internal sealed class TransitionTable
{
    private const int Most = 3;

    private readonly int _actions;
    private readonly Outcome[] _outcomes;        // [S, A, width]
    private readonly double[] _sums;             // [S, A, width]: running sums of the probabilities

    /// <param name="isRandom">Whether an action has up to three outcomes; one where not.</param>
    public TransitionTable(int states, int actions, bool isRandom)
    {
        (States, _actions, Width) = (states, actions, isRandom ? Most : 1);
        (_outcomes, _sums) = (new Outcome[states * actions * Width], new double[states * actions * Width]);
    }

    /// <summary>How many states.</summary>
    public int States { get; }

    /// <summary>Outcomes that every action has room for: 1 or 3.</summary>
    public int Width { get; }

    /// <summary>Says what <paramref name="action"/> does in <paramref name="state"/>.</summary>
    public void Set(int state, int action, params ReadOnlySpan<Outcome> outcomes)
    {
        Debug.Assert(outcomes.Length is 1 || outcomes.Length == Width, "one outcome, or as many as there is room for");
        int start = Index(state, action);
        double sum = 0;
        for (int i = 0; i < Width; i++)
        {
            var outcome = outcomes[Math.Min(i, outcomes.Length - 1)];
            if (i < outcomes.Length) sum += outcome.Probability;
            (_outcomes[start + i], _sums[start + i]) = (outcome, sum);
        }
    }

    /// <summary>The outcomes of an action, those beyond its own included.</summary>
    public ReadOnlySpan<Outcome> Of(int state, int action) => _outcomes.AsSpan(Index(state, action), Width);

    /// <summary>The outcome at <paramref name="place"/>, in [0, 1): the first whose running sum exceeds it. Where rounding leaves the last sum
    /// below it, that is the first outcome, as NumPy's <c>argmax</c> gives it.</summary>
    public ref readonly Outcome Draw(int state, int action, double place)
    {
        int start = Index(state, action);
        if (Width == 1) return ref _outcomes[start];
        // Sums, not branches: which outcome it is, no processor can guess.
        var sums = _sums.AsSpan(start, Most);
        int rank = (place >= sums[0] ? 1 : 0) + (place >= sums[1] ? 1 : 0);
        return ref _outcomes[place >= sums[2] ? start : start + rank];
    }

    private int Index(int state, int action) => (state * _actions + action) * Width;
}
