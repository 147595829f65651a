using EnvHub.Rendering;
using static System.FormattableString;

namespace EnvHub.Envs.Arcade;

/// <summary>Draws the field: as the bytes that are learned from, four times as large for people, and in characters.</summary>
internal sealed class CatchPicture(CatchSettings settings)
{
    private const int Zoom = 4, Columns = CatchField.Size / 2, Rows = CatchField.Size / 4;

    private static readonly Color Paper = new(28, 30, 36), Ball = new(242, 183, 5), Paddle = new(126, 160, 200);

    /// <summary>Writes what a copy sees, shape <c>[84, 84]</c>: 255 for the ball, 160 for the paddle, 0 elsewhere.</summary>
    public void Write(CatchState s, int copy, Span<float> observation)
    {
        observation.Clear();
        Fill(observation, s.Paddle[copy], CatchField.PaddleTop, settings.PaddleWidth, CatchField.PaddleHeight, CatchField.PaddleShade);
        Fill(observation, s.BallX[copy], s.BallY[copy], CatchField.Ball, CatchField.Ball, CatchField.BallShade);
    }

    /// <summary>A picture of 336 by 336 pixels.</summary>
    public Canvas Draw(CatchState s, int copy)
    {
        var canvas = new Canvas(CatchField.Size * Zoom, CatchField.Size * Zoom, Paper);
        canvas.FillRectangle(new(s.Paddle[copy] * Zoom, CatchField.PaddleTop * Zoom), settings.PaddleWidth * Zoom, CatchField.PaddleHeight * Zoom, Paddle);
        canvas.FillRectangle(new(s.BallX[copy] * Zoom, s.BallY[copy] * Zoom), CatchField.Ball * Zoom, CatchField.Ball * Zoom, Ball);
        return canvas;
    }

    /// <summary>The same in characters, a dot for a pixel, with the numbers below.</summary>
    public string Sketch(CatchState s, int copy)
    {
        var canvas = new TextCanvas(Columns, Rows);
        Dot(canvas, s.Paddle[copy], CatchField.PaddleTop, settings.PaddleWidth, CatchField.PaddleHeight);
        Dot(canvas, s.BallX[copy], s.BallY[copy], CatchField.Ball, CatchField.Ball);
        return canvas + Invariant($"paddle {s.Paddle[copy]}, ball {s.BallX[copy]} {s.BallY[copy]}, drift {s.Drift[copy]:+0;-0;0}, balls left {s.BallsLeft[copy]}\n");
    }

    // A ball that has come down may reach past the lower edge.
    private static void Fill(Span<float> field, int x, int y, int width, int height, float shade)
    {
        for (int row = y; row < Math.Min(y + height, CatchField.Size); row++) field.Slice(row * CatchField.Size + x, width).Fill(shade);
    }

    private static void Dot(TextCanvas canvas, int x, int y, int width, int height)
    {
        for (int row = y; row < y + height; row++)
            for (int column = x; column < x + width; column++) canvas.SetDot(new(column, row));
    }
}
