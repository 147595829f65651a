using System.Globalization;

namespace EnvHub.Cli;

/// <summary>Plays episodes in one copy of an environment and shows every step.</summary>
internal sealed class EpisodePlayer(IVectorEnvironment environment, Actor actor, IScreen screen)
{
    private readonly StepArena _arena = new(environment);

    /// <summary>Plays to the episodes' ends.</summary>
    /// <param name="seed">Of the first episode; the others go on with the environment's generator.</param>
    /// <returns>The last status of each episode.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IReadOnlyList<WatchStatus> Play(int episodes, ulong seed, CancellationToken cancellation)
    {
        environment.Reset([seed], _arena.ResetBuffers);
        var ends = new List<WatchStatus>();
        for (int episode = 1; episode <= episodes; episode++) ends.Add(PlayOne(episode, cancellation));
        screen.Complete();
        return ends;
    }

    private WatchStatus PlayOne(int episode, CancellationToken cancellation)
    {
        var status = new WatchStatus(episode, 0, "", 0, 0, "");
        var picture = Picture();
        screen.Show(picture, status, cancellation);
        while (!status.IsEnd)
        {
            cancellation.ThrowIfCancellationRequested();
            actor(_arena);
            environment.Step(_arena.ActionBatch, _arena.Buffers);
            status = status with { Step = status.Step + 1, Action = ActionText(), Reward = _arena.Rewards[0], Return = status.Return + _arena.Rewards[0], End = EndText() };
            // After the last step the copy stands in its next episode: the picture before it is the last of this one.
            if (!status.IsEnd) picture = Picture();
            screen.Show(picture, status, cancellation);
        }
        return status;
    }

    private RenderFrame Picture() => ((IRenderable)environment).Render(0, screen.Mode);

    private string EndText() => _arena.Terminated[0] ? "terminated" : _arena.Truncated[0] ? "truncated" : "";

    private string ActionText() => _arena.ActionElements.IsEmpty
        ? _arena.Actions[0].ToString(CultureInfo.InvariantCulture)
        : string.Join(' ', _arena.ActionElements.ToArray().Select(element => element.ToString("0.###", CultureInfo.InvariantCulture)));
}
