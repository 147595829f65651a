using EnvHub.Numerics;

namespace EnvHub.Envs.Arcade;

/// <summary>The rules: the paddle moves, then the ball; walls turn its drift round; at the paddle's height it is caught or lost.</summary>
internal sealed class CatchDynamics(CatchSettings settings)
{
    private const int LastBallX = CatchField.Size - CatchField.Ball;
    private readonly int _lastPaddle = CatchField.Size - settings.PaddleWidth;

    /// <summary>Starts an episode: the paddle in the middle, all balls to come.</summary>
    public void Start(CatchState s, int copy, RandomGenerator random)
    {
        (s.Paddle[copy], s.BallsLeft[copy]) = (_lastPaddle / 2, settings.Balls);
        Throw(s, copy, random);
    }

    /// <summary>Advances a copy by one step.</summary>
    /// <param name="action">0 left, 1 not at all, 2 right.</param>
    /// <returns>The reward: 1 for a ball that was caught, -1 for one that was lost, 0 while it falls.</returns>
    public int Advance(CatchState s, int copy, int action, RandomGenerator random)
    {
        s.Paddle[copy] = Math.Clamp(s.Paddle[copy] + (action - 1) * settings.PaddleSpeed, 0, _lastPaddle);
        s.BallY[copy] += settings.BallSpeed;
        Drift(s, copy);
        if (s.BallY[copy] + CatchField.Ball < CatchField.PaddleTop) return 0;
        bool isCaught = s.BallX[copy] + CatchField.Ball > s.Paddle[copy] && s.BallX[copy] < s.Paddle[copy] + settings.PaddleWidth;
        // The last ball stays in the picture where it came down.
        if (--s.BallsLeft[copy] > 0) Throw(s, copy, random);
        return isCaught ? 1 : -1;
    }

    private static void Drift(CatchState s, int copy)
    {
        int x = s.BallX[copy] + s.Drift[copy];
        if (x is < 0 or > LastBallX)
        {
            x = x < 0 ? -x : 2 * LastBallX - x;
            s.Drift[copy] = -s.Drift[copy];
        }
        s.BallX[copy] = x;
    }

    private void Throw(CatchState s, int copy, RandomGenerator random)
    {
        s.BallX[copy] = (int)random.Integers(LastBallX + 1);
        s.BallY[copy] = 0;
        s.Drift[copy] = (int)random.Integers(-settings.MaxDrift, settings.MaxDrift + 1);
    }
}
