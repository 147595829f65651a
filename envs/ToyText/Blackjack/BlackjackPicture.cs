using System.Globalization;
using EnvHub.Rendering;

namespace EnvHub.Envs.ToyText;

/// <summary>Draws a table, 600 by 500 pixels: the dealer's open and hidden card, and the player's sum.</summary>
/// <remarks>Source: the sizes of Gymnasium's picture; the look is our own, and so is the text, which Gymnasium has not.</remarks>
internal static class BlackjackPicture
{
    private const int Width = 600, Height = 500, CardWidth = 119, CardHeight = 166, Spacing = 25, CardTop = 84;

    private static readonly Color Table = new(24, 98, 62), Black = new(34, 36, 42), Red = new(190, 40, 40), Back = new(70, 96, 150);
    private static readonly string[] Suits = ["clubs", "diamonds", "hearts", "spades"], Faces = ["jack", "queen", "king"];

    public static string WriteText(BlackjackHand player, (int Card, int Suit, int Face) open) =>
        $"dealer shows {NameOf(open)} of {Suits[open.Suit]}\nplayer has {player.Value}{(player.HasUsableAce ? " with a usable ace" : "")}\n";

    public static Canvas Draw(BlackjackHand player, (int Card, int Suit, int Face) open)
    {
        var canvas = new Canvas(Width, Height, Table);
        string value = open.Card.ToString(CultureInfo.InvariantCulture);
        canvas.DrawText("Dealer: " + value, new(Spacing, Spacing), 4, ToyPicture.White);
        DrawOpenCard(canvas, new((Width - Spacing) / 2.0 - CardWidth, CardTop), open);
        var hidden = new Point((Width + Spacing) / 2.0, CardTop);
        canvas.FillRoundedRectangle(hidden, new(CardWidth, CardHeight), 10, ToyPicture.White);
        canvas.FillRoundedRectangle(hidden + new Point(8, 8), new(CardWidth - 16, CardHeight - 16), 6, Back);
        canvas.DrawText("Player", new(Spacing, 288), 4, ToyPicture.White);
        Center(canvas, player.Value.ToString(CultureInfo.InvariantCulture), 350, 10);
        if (player.HasUsableAce) Center(canvas, "usable ace", 446, 4);
        return canvas;
    }

    private static void Center(Canvas canvas, string text, double top, int scale) =>
        canvas.DrawText(text, new((Width - PixelFont.Width(text) * scale) / 2.0, top), scale, ToyPicture.White);

    private static void DrawOpenCard(Canvas canvas, Point corner, (int Card, int Suit, int Face) open)
    {
        canvas.FillRoundedRectangle(corner, new(CardWidth, CardHeight), 10, ToyPicture.White);
        string name = NameOf(open), rank = open.Card is > 1 and < 10 ? name : name[..1].ToUpperInvariant();
        var color = open.Suit is 1 or 2 ? Red : Black;
        canvas.DrawText(rank, corner + new Point(12, 12), 5, color);
        DrawSuit(canvas, corner + new Point(CardWidth / 2.0, 106), open.Suit, color);
    }

    private static void DrawSuit(Canvas canvas, Point middle, int suit, Color color)
    {
        Point At(double x, double y) => middle + new Point(x, y);
        if (suit == 1) canvas.FillPolygon([At(0, -36), At(26, 0), At(0, 36), At(-26, 0)], color);
        if (suit is 0 or 3) canvas.FillPolygon([At(0, 6), At(12, 36), At(-12, 36)], color);
        if (suit == 0) foreach (var leaf in (Point[])[At(0, -18), At(-17, 6), At(17, 6)]) canvas.FillCircle(leaf, 16, color);
        if (suit is not (2 or 3)) return;
        double way = suit == 2 ? 1 : -1;
        foreach (double x in (double[])[-14.5, 14.5]) canvas.FillCircle(At(x, -10 * way), 15.5, color);
        canvas.FillPolygon([At(-28.5, -3 * way), At(28.5, -3 * way), At(0, 34 * way)], color);
    }

    private static string NameOf((int Card, int Suit, int Face) open) => open.Card switch
    {
        1 => "ace",
        10 => Faces[open.Face],
        int card => card.ToString(CultureInfo.InvariantCulture),
    };
}
