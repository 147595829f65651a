using System.Runtime.InteropServices;

namespace EnvHub.Cli;

/// <summary>Shows an agent's episodes where the options say, and leaves the terminal clean whatever happens.</summary>
internal static class WatchSession
{
    /// <exception cref="HubException">EH5040 the environment does not draw what is needed; EH5041 or EH5043 the file cannot be written.</exception>
    public static int Run(WatchedAgent agent, WatchOptions options, Terminal terminal)
    {
        using var environment = agent.Task.Create(1);
        var mode = ChooseMode(environment, options, terminal);
        using var cancelled = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        IReadOnlyList<WatchStatus> ends;
        try
        {
            using var screen = CreateScreen(agent, environment, (mode, options), terminal);
            ends = new EpisodePlayer(environment, agent.CreateActor(options.Seed), screen).Play(options.Episodes, options.Seed, cancelled.Token);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
        WriteSummary(agent, options, ends, terminal);
        return ExitCode.Ok;

        void Cancel(PosixSignalContext context)
        {
            context.Cancel = true;
            cancelled.Cancel();
        }
    }

    private static RenderMode ChooseMode(IVectorEnvironment environment, WatchOptions options, Terminal terminal)
    {
        IReadOnlyList<RenderMode> offered = (environment as IRenderable)?.RenderModes ?? [];
        bool hasPixels = offered.Contains(RenderMode.RgbArray);
        var mode = options.Gif is not null ? RenderMode.RgbArray
            : !terminal.IsOutputTerminal ? RenderMode.Ansi
            : options.Mode ?? (hasPixels && (terminal.HasColor || offered.Count == 1) ? RenderMode.RgbArray : RenderMode.Ansi);
        if (options.Mode is { } wanted && wanted != mode) throw CliErrors.UnfitMode(RenderModeNames.Of(wanted));
        if (!offered.Contains(mode)) throw CliErrors.NoPicture(environment.Spec.Id.ToString(), RenderModeNames.Of(mode), offered.Select(RenderModeNames.Of));
        return mode;
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
