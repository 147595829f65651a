namespace EnvHub.Envs.ToyText;

/// <summary>Cards in a hand; an ace counts 1 until <see cref="Value"/> makes it 11.</summary>
/// <param name="Sum">Of the cards, aces as 1.</param>
/// <param name="HasAce">Whether there is one.</param>
/// <param name="Cards">How many.</param>
internal readonly record struct BlackjackHand(int Sum, bool HasAce, int Cards)
{
    /// <summary>What a hand may hold.</summary>
    public const int Limit = 21;

    /// <summary>Whether an ace can count 11.</summary>
    public bool HasUsableAce => HasAce && Sum + 10 <= Limit;

    /// <summary>The most that the hand is worth without going over the limit, if it can.</summary>
    public int Value => HasUsableAce ? Sum + 10 : Sum;

    /// <summary>Whether it has gone over the limit.</summary>
    public bool IsBust => Sum > Limit;

    /// <summary>What counts in the end: 0 for a bust.</summary>
    public int Score => IsBust ? 0 : Value;

    /// <summary>Whether it is an ace and a ten.</summary>
    public bool IsNatural => Cards == 2 && HasAce && Sum == 11;

    /// <summary>The hand with one card more.</summary>
    /// <param name="card">1 for an ace, to 10.</param>
    public BlackjackHand With(int card) => new(Sum + card, HasAce || card == 1, Cards + 1);
}
