namespace EnvHub.Rendering.Tests;

public sealed class CanvasTests
{
    private static readonly Color Black = new(0, 0, 0), White = new(255, 255, 255);

    [Test]
    public void FillRectangle_HalfPixels_AreHalfCovered()
    {
        var canvas = new Canvas(4, 4, Black);
        canvas.FillRectangle(new(0.5, 1), 2, 1.25, White);
        Assert.That(Enumerable.Range(0, 4).Select(x => canvas[x, 1].Red), Is.EqualTo(new byte[] { 128, 255, 128, 0 }));
        Assert.That(canvas[1, 2].Red, Is.EqualTo(64));
    }

    [Test]
    public void FillPolygon_Triangle_CoversItsArea()
    {
        var canvas = new Canvas(40, 40, Black);
        canvas.FillPolygon([new(3.2, 4.7), new(35.1, 11.9), new(17.3, 38.4)], White);
        double expected = Math.Abs((35.1 - 3.2) * (38.4 - 4.7) - (17.3 - 3.2) * (11.9 - 4.7)) / 2;
        Assert.That(Sum(canvas), Is.EqualTo(expected).Within(0.3), "Rounding of the bytes at the edges.");
    }

    [Test]
    public void FillCircle_Area_IsPiTimesTheRadiusSquared()
    {
        var canvas = new Canvas(60, 60, Black);
        canvas.FillCircle(new(29.3, 30.8), 21.5, White);
        Assert.That(Sum(canvas), Is.EqualTo(Math.PI * 21.5 * 21.5).Within(0.002 * 1452));
    }

    [Test]
    public void FillPolygon_BeyondTheEdges_IsCutOff()
    {
        var canvas = new Canvas(5, 5, Black);
        canvas.FillPolygon([new(-100, -100), new(100, -100), new(100, 100), new(-100, 100)], White);
        Assert.That(Sum(canvas), Is.EqualTo(25));
    }

    [Test]
    public void DrawText_Letter_SetsItsDots()
    {
        var canvas = new Canvas(6, 8, Black);
        canvas.DrawText("T", default, 1, White);
        Assert.That(Enumerable.Range(0, 6).Select(x => canvas[x, 0] == White), Is.EqualTo(new[] { true, true, true, true, true, false }));
        Assert.That(Enumerable.Range(0, 8).Select(y => canvas[2, y] == White), Is.EqualTo(new[] { true, true, true, true, true, true, true, false }));
    }

    [Test]
    public void Blit_PartlyOutside_CopiesTheRest()
    {
        var canvas = new Canvas(3, 3, Black);
        canvas.Blit(new Canvas(2, 2, White), 2, -1);
        Assert.That((Sum(canvas), canvas[2, 0]), Is.EqualTo((1.0, White)));
    }

    private static double Sum(Canvas canvas)
    {
        double sum = 0;
        foreach (byte value in canvas.Pixels.Span) sum += value;
        return sum / 255 / 3;
    }
}
