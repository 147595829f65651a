namespace EnvHub.Envs.Gymnasium;

/// <summary>Holds copies of one Python environment and answers through a region of memory, wherever Python runs.</summary>
internal interface IWorker : IDisposable
{
    /// <summary>The memory; there once <see cref="Map"/> has returned.</summary>
    SharedRegion Region { get; }

    /// <summary>The process that steps the copies.</summary>
    int ProcessId { get; }

    /// <summary>What the environment is like; once, before <see cref="Map"/>.</summary>
    /// <exception cref="HubException">EH4402 Python refuses to make it.</exception>
    WorkerSpec ReadSpec();

    /// <summary>Makes the memory; may return before all copies are made.</summary>
    void Map(WorkerSpec spec, TimeSpan spin);

    /// <summary>Waits until all copies are made.</summary>
    void Ready();

    /// <summary>Asks; <see cref="Wait"/> must follow.</summary>
    void Ask(SharedCommand command, SharedModifiers modifiers = SharedModifiers.None, int argument = 0);

    /// <summary>Waits for the answer.</summary>
    /// <returns>Null if all went well, else what went wrong; the worker is of no more use then.</returns>
    HubException? Wait();

    /// <summary>Ends it at once.</summary>
    void Kill();

    /// <summary>Asks it to end, so that all workers of a vector end side by side; disposing follows.</summary>
    void Farewell();
}
