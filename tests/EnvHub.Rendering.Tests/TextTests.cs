namespace EnvHub.Rendering.Tests;

public sealed class TextTests
{
    [Test]
    public void SetDot_CornersOfACharacter_AreBraillesDots()
    {
        var canvas = new TextCanvas(2, 1);
        foreach (var dot in (Point[])[new(0, 0), new(3, 3)]) canvas.SetDot(dot);
        Assert.That(canvas.ToString(), Is.EqualTo("\u2801\u2880\n"));
    }

    [Test]
    public void Render_TwoPixels_AreOneHalfBlock() => Assert.That(
        HalfBlocks.Render([1, 2, 3, 4, 5, 6], (1, 2), (1, 1)), Is.EqualTo("\e[38;2;1;2;3m\e[48;2;4;5;6m▀\e[0m\n"));

    [TestCase(80, 24, 72, 24)]
    [TestCase(40, 100, 40, 13)]
    public void Fit_Room_KeepsTheShape(int columns, int rows, int expectedColumns, int expectedRows) =>
        Assert.That(HalfBlocks.Fit((600, 400), (columns, rows)), Is.EqualTo((expectedColumns, expectedRows)));

    [Test]
    public void Resize_ToOnePixel_IsTheMean() =>
        Assert.That(PictureScaler.Resize([0, 10, 20, 100, 30, 40], (2, 1), (1, 1)), Is.EqualTo(new byte[] { 50, 20, 30 }));
}
