using Python.Runtime;

namespace EnvHub.Envs.Gymnasium;

/// <summary>Copies in the hub's own process: the worker's own Python code behind one call in place of a pipe.</summary>
internal sealed class InProcessWorker : IWorker
{
    private readonly string _id;
    private readonly int _copies;
    private readonly EmbeddedPython _python;
    private readonly PyObject _session, _answer;
    private PyObject? _step;   // null until the memory is there
    private SharedRegion? _region;
    private bool _isAsked, _isPlainStep, _isDisposed;

    /// <exception cref="HubException">EH4401, EH4411 to EH4413 there is no interpreter for this process.</exception>
    public InProcessWorker(string id, int copies, GymnasiumSettings settings)
    {
        (_id, _copies) = (id, copies);
        _python = EmbeddedPython.Start(id, settings.Python);
        (_session, _answer) = _python.With(() =>
        {
            using var module = Py.Import("envhub_worker.in_process");
            using var request = new PyString(MakeRequest.Of(id, settings));
            var session = module.InvokeMethod("Session", request);
            return (session, session.GetAttr("answer"));
        });
    }

    /// <inheritdoc/>
    public SharedRegion Region => _region!;

    /// <inheritdoc/>
    public int ProcessId => System.Environment.ProcessId;

    /// <inheritdoc/>
    public WorkerSpec ReadSpec() => WorkerSpec.Read(_id, WorkerProcess.Parse(_id, Tell("describe")));

    /// <inheritdoc/>
    public void Map(WorkerSpec spec, TimeSpan spin)
    {
        _region = SharedRegion.Create(spec.Layout(_copies));
        WorkerProcess.Parse(_id, Tell("map", _region.Path));
        _region.Unlink();
        _step = _python.With(() => _session.InvokeMethod("stepper"));
    }

    /// <inheritdoc/>
    public void Ready() { }

    /// <inheritdoc/>
    public void Ask(SharedCommand command, SharedModifiers modifiers, int argument)
    {
        // The usual question, a step of all copies, is asked without words, and a fault alone answers with some.
        (_isAsked, _isPlainStep) = (true, command == SharedCommand.Step && modifiers == SharedModifiers.None);
        if (_isPlainStep) Region.Status = SharedStatus.Done;
        else (Region.Command, Region.Modifiers, Region.Argument) = (command, modifiers, argument);
    }

    /// <inheritdoc/>
    public HubException? Wait()
    {
        if (!_isAsked) return null;
        _isAsked = false;
        if (!_python.TryCall(_isPlainStep ? _step! : _answer)) return GymnasiumErrors.Failed(_id, -1, "the call was interrupted");
        return Region.Status == SharedStatus.Done ? null
            : GymnasiumErrors.Failed(_id, Region.FaultyCopy, Region.ReplyText);
    }

    /// <inheritdoc/>
    public void Kill() { }

    /// <inheritdoc/>
    public void Farewell() { }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _python.With(() =>
        {
            _session.InvokeMethod("close").Dispose();
            _answer.Dispose();
            _step?.Dispose();
            _session.Dispose();
            return true;
        });
        _region?.Dispose();
    }

    private string Tell(string method, string? argument = null) => _python.With(() =>
    {
        using var text = argument is null ? null : new PyString(argument);
        using var told = text is null ? _session.InvokeMethod(method) : _session.InvokeMethod(method, text);
        return told.As<string>();
    });
}
