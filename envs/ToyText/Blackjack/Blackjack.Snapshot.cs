namespace EnvHub.Envs.ToyText;

/// <content>The hands, written and taken back.</content>
public sealed partial class Blackjack
{
    /// <inheritdoc/>
    public override bool CanSnapshot => true;

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        Exchange(archive, "players", _players);
        Exchange(archive, "dealers", _dealers);
        archive.Array<int>("openCards", _openCards);
        ExchangeLooks(archive);
    }

    // A snapshot holds numbers: sum, ace and cards of each hand.
    private static void Exchange(SnapshotArchive archive, string name, BlackjackHand[] hands)
    {
        int[] numbers = [.. hands.SelectMany(static hand => (int[])[hand.Sum, hand.HasAce ? 1 : 0, hand.Cards])];
        archive.Array<int>(name, numbers);
        for (int i = 0; archive.IsRestoring && i < hands.Length; i++) hands[i] = new(numbers[3 * i], numbers[3 * i + 1] != 0, numbers[3 * i + 2]);
    }

    private void ExchangeLooks(SnapshotArchive archive)
    {
        byte[] numbers = [.. _looks.SelectMany(static look => (byte[])[look.Suit, look.Face])];
        archive.Array<byte>("looks", numbers);
        for (int i = 0; archive.IsRestoring && i < _looks.Length; i++) _looks[i] = (numbers[2 * i], numbers[2 * i + 1]);
    }
}
