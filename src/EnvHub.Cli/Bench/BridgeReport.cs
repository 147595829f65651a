namespace EnvHub.Cli;

/// <summary>Steps per second of all copies together, CartPole-v1; medians over repeats that alternate with the baselines.</summary>
internal sealed record BridgeReport
{
    /// <summary>Gymnasium's version.</summary>
    public required string Gymnasium { get; init; }

    /// <summary>One copy in a plain loop in Python.</summary>
    public required double Loop { get; init; }

    /// <summary>Gymnasium's SyncVectorEnv, 64 copies, which restart in the same step.</summary>
    public required double Sync { get; init; }

    /// <summary>Gymnasium's SyncVectorEnv, 64 copies, which restart in the next step: its default.</summary>
    public required double SyncNextStep { get; init; }

    /// <summary>Two processes at the same time, each with a SyncVectorEnv of 64 copies: what the machine's cores give.</summary>
    public required double TwoSync { get; init; }

    /// <summary>Gymnasium's AsyncVectorEnv, 64 copies, a process each.</summary>
    public required double Async { get; init; }

    /// <summary>The bridge, one copy.</summary>
    public required double One { get; init; }

    /// <summary>The bridge, 64 copies in one worker.</summary>
    public required double OneWorker { get; init; }

    /// <summary>The bridge, 64 copies in two workers.</summary>
    public required double TwoWorkers { get; init; }

    /// <summary>One copy in the hub's own process; null where Python has no shared library.</summary>
    public required double? OneInProcess { get; init; }

    /// <summary>64 copies in the hub's own process.</summary>
    public required double? ManyInProcess { get; init; }

    /// <summary>Native copies stepped from Python by the package, 1024 of them, which restart in the next step; null where the package does not
    /// lie above this executable.</summary>
    public required double? FromPythonNextStep { get; init; }

    /// <summary>The same where they restart in the same step.</summary>
    public required double? FromPythonSameStep { get; init; }
}
