namespace EnvHub.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A trial or a check failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the configuration has faults; nothing was run.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl-C, SIGTERM or the end of the terminal (SIGHUP); 128 + SIGINT, as shells count.</summary>
    public const int Cancelled = 130;

    public const string Help = "Exit codes: 0 ok; 1 a trial or a check failed; 2 a fault in the command line or in hub.json; 130 cancelled.";
}
