using EnvHub.Numerics;

namespace EnvHub.Envs.ToyText;

/// <summary>Play blackjack against a dealer who sticks at 17: stick (0) or hit (1). Observation <c>[3]</c>: the player's sum, the dealer's
/// open card (1 is an ace), whether the player has a usable ace. An episode terminates when the player sticks or goes over 21: 1 for a win, 0
/// for a draw, -1 for a loss. Cards are drawn from an endless deck.</summary>
/// <remarks>Source: Sutton and Barto (2018), example 5.1; rules and draws of Gymnasium's <c>Blackjack-v1</c>, bit for bit. Differs: the
/// episode restarts in the same step.</remarks>
public sealed partial class Blackjack : BatchEnvironment
{
    private const int Ranks = 13, DealerSticksAt = 17, ObservationSize = 3;

    private readonly BlackjackHand[] _players, _dealers;
    private readonly int[] _openCards;
    private readonly (byte Suit, byte Face)[] _looks;
    private readonly bool _isSuttonBarto, _paysNaturals;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    public Blackjack(int count, BlackjackSettings? settings = null) : this(settings ?? new BlackjackSettings(), count) { }

    private Blackjack(BlackjackSettings settings, int count) : base(count, settings.Limit(BlackjackSpec.Of(settings)))
    {
        (_isSuttonBarto, _paysNaturals) = (settings.SuttonBarto, settings.Natural);
        (_players, _dealers, _openCards) = (new BlackjackHand[count], new BlackjackHand[count], new int[count]);
        _looks = new (byte, byte)[count];
    }

    /// <summary>The player's hand.</summary>
    internal BlackjackHand PlayerOf(int copy) => _players[copy];

    /// <summary>The dealer's open card, for pictures: 1 to 10; its suit (clubs, diamonds, hearts, spades); which ten it is (jack, queen,
    /// king).</summary>
    internal (int Card, int Suit, int Face) OpenCardOf(int copy) => (_openCards[copy], _looks[copy].Suit, _looks[copy].Face);

    // The suit and the face change nothing but a picture; they are drawn because Gymnasium draws them.
    /// <inheritdoc/>
    protected override void Start(int copy, RandomGenerator random, Span<float> observation)
    {
        ArgumentNullException.ThrowIfNull(random);
        _openCards[copy] = Draw(random);
        _dealers[copy] = default(BlackjackHand).With(_openCards[copy]).With(Draw(random));
        _players[copy] = default(BlackjackHand).With(Draw(random)).With(Draw(random));
        _looks[copy].Suit = (byte)random.Integers(4);
        _looks[copy].Face = _openCards[copy] == 10 ? (byte)random.Integers(3) : (byte)0;
        Write(copy, observation);
    }

    /// <inheritdoc/>
    protected override void Advance(int first, in ActionBatch actions, in StepBuffers rows)
    {
        for (int i = 0; i < actions.Discrete.Length; i++)
        {
            int copy = first + i;
            (rows.Rewards[i], rows.Terminated[i]) = actions.Discrete[i] == 1 ? Hit(copy) : (Stick(copy), true);
            Write(copy, rows.FinalObservations.Slice(i * ObservationSize, ObservationSize));
        }
    }

    private (double Reward, bool Terminated) Hit(int copy)
    {
        _players[copy] = _players[copy].With(Draw(RandomOf(copy)));
        return _players[copy].IsBust ? (-1, true) : (0, false);
    }

    private double Stick(int copy)
    {
        var (player, dealer, random) = (_players[copy], _dealers[copy], RandomOf(copy));
        while (dealer.Value < DealerSticksAt) dealer = dealer.With(Draw(random));
        _dealers[copy] = dealer;
        if (_isSuttonBarto && player.IsNatural && !dealer.IsNatural) return 1;
        int result = player.Score.CompareTo(dealer.Score);
        return !_isSuttonBarto && _paysNaturals && player.IsNatural && result > 0 ? 1.5 : result;
    }

    private void Write(int copy, Span<float> observation)
    {
        var player = _players[copy];
        (observation[0], observation[1], observation[2]) = (player.Value, _openCards[copy], player.HasUsableAce ? 1 : 0);
    }

    // Ace to ten, then jack, queen and king, which count ten.
    private static int Draw(RandomGenerator random) => Math.Min((int)random.Integers(Ranks) + 1, 10);

    /// <inheritdoc/>
    public override IReadOnlyList<RenderMode> RenderModes => ToyPicture.Modes;

    /// <inheritdoc/>
    protected override RenderFrame OnRender(int copy, RenderMode mode) => mode == RenderMode.Ansi
        ? RenderFrame.OfText(BlackjackPicture.WriteText(PlayerOf(copy), OpenCardOf(copy)))
        : ToyPicture.Frame(BlackjackPicture.Draw(PlayerOf(copy), OpenCardOf(copy)));
}
