namespace EnvHub.Envs.Arcade.Tests;

/// <summary>The rules, read from the pictures alone.</summary>
public class CatchTests
{
    private const int Size = 84, Ball = 4, Left = 0, Stay = 1, Right = 2;

    private readonly float[] _field = new float[Size * Size];

    [Test]
    public void Spec_Observations_AreBytes()
    {
        using var game = new Catch(1);
        Assert.That(game.Spec.ObservationSpace, Is.EqualTo(BoxSpace.UniformOf<byte>(0, 255, 84, 84)));
    }

    [Test]
    public void Reset_Field_HasABallAtTheTopAndThePaddleInTheMiddle()
    {
        using var game = new Catch(1);
        game.Reset([3], _field);
        Assert.That(_field.Distinct().Order(), Is.EqualTo(new[] { 0f, 160, 255 }));
        Assert.That((BallAt(_field).Y, PaddleAt(_field)), Is.EqualTo((0, 35)));
        Assert.That((_field.Count(shade => shade == 255), _field.Count(shade => shade == 160)), Is.EqualTo((Ball * Ball, 14 * 3)));
    }

    [TestCase(Left, 31)]
    [TestCase(Stay, 35)]
    [TestCase(Right, 39)]
    public void Step_Action_MovesThePaddle(int action, int paddle)
    {
        var arena = Begin(new Catch(1), out var game);
        using (game)
        {
            arena.Actions[0] = action;
            game.Step(arena.Actions, arena.Buffers);
            Assert.That(PaddleAt(arena.Observations), Is.EqualTo(paddle));
        }
    }

    [TestCase(Left, 0)]
    [TestCase(Right, 70)]
    public void Step_AtTheWall_ThePaddleStays(int action, int paddle)
    {
        var arena = Begin(new Catch(1), out var game);
        using (game)
        {
            arena.Actions[0] = action;
            for (int i = 0; i < 20; i++) game.Step(arena.Actions, arena.Buffers);
            Assert.That(PaddleAt(arena.Observations), Is.EqualTo(paddle));
        }
    }

    // A straight line, unfolded at the walls.
    [TestCase(1UL)]
    [TestCase(2UL)]
    [TestCase(5UL)]
    [TestCase(9UL)]
    public void Step_Ball_FallsAndTurnsRoundAtTheWalls(ulong seed)
    {
        var arena = Begin(new Catch(1, new() { BallSpeed = 1, MaxDrift = 8 }), out var game, seed);
        using (game)
        {
            arena.Actions[0] = Stay;
            int start = BallAt(arena.Observations).X;
            game.Step(arena.Actions, arena.Buffers);
            game.Step(arena.Actions, arena.Buffers);
            int second = BallAt(arena.Observations).X;
            int[] drifts = [.. Enumerable.Range(-8, 17).Where(drift => Fold(start + 2 * drift) == second)];
            for (int step = 3; step < 70; step++)
            {
                game.Step(arena.Actions, arena.Buffers);
                var ball = BallAt(arena.Observations);
                Assert.That(ball.Y, Is.EqualTo(step));
                drifts = [.. drifts.Where(drift => Fold(start + step * drift) == ball.X)];
            }
            Assert.That(drifts, Has.Length.EqualTo(1));
        }
    }

    [Test]
    public void Step_FollowingTheBall_CatchesAllFive()
    {
        var arena = Begin(new Catch(1, new() { MaxDrift = 0 }), out var game);
        using (game) Assert.That(Play(game, arena, field => Math.Sign(BallAt(field).X + Ball / 2 - (PaddleAt(field) + 7)) + 1), Is.EqualTo(5));
    }

    [Test]
    public void Step_FleeingTheBall_LosesAllFive()
    {
        var arena = Begin(new Catch(1, new() { MaxDrift = 0 }), out var game);
        using (game) Assert.That(Play(game, arena, field => BallAt(field).X < 40 ? Right : Left), Is.EqualTo(-5));
    }

    [Test]
    public void Step_PerfectlyForeseen_CatchesEveryDefaultBall()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var arena = Begin(new Catch(1), out var game, seed);
            using (game) Assert.That(Play(game, arena, new Seer().Act), Is.EqualTo(5), $"seed {seed}");
        }
    }

    [Test]
    public void Render_Pixels_AreTheFieldFourTimesAsLarge()
    {
        var arena = Begin(new Catch(1), out var game);
        using (game)
        {
            var picture = ((IRenderable)game).Render(0, RenderMode.RgbArray);
            Assert.That((picture.Width, picture.Height), Is.EqualTo((336, 336)));
            for (int i = 0; i < Size * Size; i++)
            {
                int middle = (i / Size * 4 + 2) * 336 + i % Size * 4 + 2;
                bool isPaper = picture.Pixels.Span[middle * 3] == 28;
                Assert.That(isPaper, Is.EqualTo(arena.Observations[i] == 0), $"pixel {i}");
            }
        }
    }

    [Test]
    public void Render_Ansi_NamesTheNumbers()
    {
        Begin(new Catch(1), out var game);
        using (game) Assert.That(((IRenderable)game).Render(0, RenderMode.Ansi).Text, Does.Contain("paddle 35").And.Contain("balls left 5"));
    }

    private static StepArena Begin(Catch made, out Catch game, ulong seed = 1)
    {
        game = made;
        var arena = new StepArena(game);
        game.Reset([seed], arena.Observations);
        return arena;
    }

    private static double Play(Catch game, StepArena arena, Func<float[], int> act)
    {
        double sum = 0;
        while (true)
        {
            arena.Actions[0] = act(arena.Observations.ToArray());
            game.Step(arena.Actions, arena.Buffers);
            sum += arena.Rewards[0];
            if (arena.Terminated[0]) return sum;
        }
    }

    private static int Fold(int x)
    {
        const int Last = Size - Ball;
        int around = ((x % (2 * Last)) + 2 * Last) % (2 * Last);
        return around <= Last ? around : 2 * Last - around;
    }

    private static (int X, int Y) BallAt(ReadOnlySpan<float> field)
    {
        int at = field.IndexOf(255);
        return (at % Size, at / Size);
    }

    // Below the ball: it may hide the paddle's upper row.
    private static int PaddleAt(ReadOnlySpan<float> field) => field[(81 * Size)..].IndexOf(160);

    /// <summary>Sees the drift in the pictures and goes where the ball comes down, 25 steps after it was thrown.</summary>
    private sealed class Seer
    {
        private int _start, _steps;
        private int[] _drifts = [];

        public int Act(float[] field)
        {
            var ball = BallAt(field);
            if (ball.Y == 0) (_start, _steps, _drifts) = (ball.X, 0, [.. Enumerable.Range(-2, 5)]);
            _drifts = [.. _drifts.Where(drift => Fold(_start + _steps * drift) == ball.X)];
            _steps++;
            int goal = _drifts.Length > 3 ? ball.X : Fold(_start + 25 * _drifts[0]);
            int away = goal + Ball / 2 - (PaddleAt(field) + 7);
            return Math.Abs(away) < 4 ? Stay : Math.Sign(away) + 1;
        }
    }
}
