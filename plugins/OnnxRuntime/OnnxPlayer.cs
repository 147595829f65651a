namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>A model and what each task gives it and takes from it.</summary>
internal sealed class OnnxPlayer(IReadOnlyList<TaskSpec> tasks, OnnxOptions options) : IDisposable
{
    private OnnxModel? _model;
    private TaskPorts[] _ports = [];

    /// <summary>By the learner's numbers.</summary>
    public IReadOnlyList<TaskSpec> Tasks { get; } = tasks;

    /// <summary>The model; null where the file was not there and no weights brought it.</summary>
    public OnnxModel? Model => _model;

    /// <summary>Whether all tasks get that from the model; false where there is none.</summary>
    public bool Gives(params ReadOnlySpan<OutputMeaning> meanings)
    {
        foreach (var ports in _ports)
            if (!meanings.Contains(ports.Signature.Meaning)) return false;
        return _model is not null;
    }

    /// <summary>What a task gives the model and takes from it.</summary>
    /// <exception cref="HubException">EH4929 there is no model.</exception>
    public TaskPorts this[int task] => _model is null ? throw OnnxPolicyErrors.NothingToPlay(options.File) : _ports[task];

    /// <summary>Takes a model in place of the one before; after an error that is still there.</summary>
    public void Open(byte[] bytes)
    {
        var model = OnnxModel.Open(bytes, options.File);
        try
        {
            _ports = [.. Tasks.Select(task => new TaskPorts(model, new TaskSignature(model, task, options)))];
        }
        catch
        {
            model.Dispose();
            throw;
        }
        _model?.Dispose();
        _model = model;
    }

    public void Dispose() => _model?.Dispose();
}
