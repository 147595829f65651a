namespace EnvHub.Cli;

/// <summary>Chooses the view that fits the terminal.</summary>
internal static class ProgressViews
{
    public static IProgressView For(Terminal terminal) => terminal.IsErrorTerminal ? new BarView(terminal) : new LineView(terminal);
}
