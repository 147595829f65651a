using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>Shows an agent's episodes where the options say, and leaves the terminal clean whatever happens.</summary>
internal static class WatchSession
{
    /// <exception cref="HubException">EH5040 the environment does not draw what is needed; EH5041 or EH5043 the file cannot be written.</exception>
    public static int Run(WatchedAgent agent, WatchOptions options, Terminal terminal)
    {
        var wanted = WantedModes(options, terminal);
        using var environment = agent.CreateEnvironment(wanted);
        var mode = ChooseMode(environment, options, wanted);
        using var ended = new Interruption();
        IReadOnlyList<WatchStatus> ends;
        try
        {
            using var screen = CreateScreen(agent, environment, (mode, options), terminal);
            ends = new EpisodePlayer(environment, agent.CreateActor(options.Seed), screen).Play(options.Episodes, options.Seed, ended.Token);
        }
        catch (OperationCanceledException) when (ended.Token.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
        WriteSummary(agent, options, ends, terminal);
        return ExitCode.Ok;
    }

    // Before the environment is made: some must know.
    private static IReadOnlyList<RenderMode> WantedModes(WatchOptions options, Terminal terminal)
    {
        if (options.Gif is not null) return [RenderMode.RgbArray];
        if (!terminal.IsOutputTerminal) return [RenderMode.Ansi];
        if (options.Mode is { } wanted) return [wanted];
        return terminal.HasColor ? [RenderMode.RgbArray, RenderMode.Ansi] : [RenderMode.Ansi, RenderMode.RgbArray];
    }

    private static RenderMode ChooseMode(IVectorEnvironment environment, WatchOptions options, IReadOnlyList<RenderMode> wanted)
    {
        if (options.Mode is { } named && !wanted.Contains(named)) throw CliErrors.UnfitMode(RenderModeNames.Of(named));
        IReadOnlyList<RenderMode> offered = (environment as IRenderable)?.RenderModes ?? [];
        foreach (var mode in wanted)
            if (offered.Contains(mode)) return mode;
        throw CliErrors.NoPicture(environment.Spec.Id.ToString(), RenderModeNames.Of(wanted[0]), offered.Select(RenderModeNames.Of));
    }

    private static IScreen CreateScreen(
        WatchedAgent agent, IVectorEnvironment environment, (RenderMode Mode, WatchOptions Options) choice, Terminal terminal)
    {
        double fps = choice.Options.Fps ?? environment.Spec.RenderFps;
        if (choice.Options.Gif is { } gif)
        {
            if (File.Exists(gif) && !choice.Options.Force) throw CliErrors.FileExists("--gif", gif);
            return new GifScreen(gif, fps);
        }
        return terminal.IsOutputTerminal ? new TerminalScreen(terminal, choice.Mode, terminal.Bold(agent.Title), fps) : new TextScreen(terminal.Output);
    }

    private static void WriteSummary(WatchedAgent agent, WatchOptions options, IReadOnlyList<WatchStatus> ends, Terminal terminal)
    {
        terminal.Output.WriteLine(agent.Title);
        foreach (var end in ends)
            terminal.Output.WriteLine($"episode {end.Episode}: {Words.Number(end.Step, "step", "steps")}, return {Words.Return(end.Return)}, {end.End}");
        if (options.Gif is { } gif) terminal.Output.WriteLine($"{gif}: {Words.Count(new FileInfo(gif).Length / 1000)} kB");
    }
}
