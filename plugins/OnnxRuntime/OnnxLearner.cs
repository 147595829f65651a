namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>Plays a policy from an ONNX file. It has nothing to learn.</summary>
internal sealed class OnnxLearner : ILearner
{
    private readonly OnnxPolicy _policy;

    /// <exception cref="HubException">EH4910 to EH4925 the file, ONNX Runtime or the tasks will not do. A file that is not there may be brought by weights.</exception>
    public OnnxLearner(LearnerContext context, OnnxOptions options)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        var player = new OnnxPlayer(context.Tasks, options);
        if (OnnxFile.Exists(options.File)) player.Open(OnnxFile.Read(options.File));
        _policy = OnnxPolicy.Of(player);
    }

    public IPolicy Policy => _policy;

    public IReadOnlyList<MeasureSpec> Measures => [];

    public void Measure(Span<double> values) { }

    public void Act(int task, in ObservationBatch observations, in ActionBuffer actions) => _policy.Act(task, observations, actions);

    public void Observe(int task, in TransitionBatch transitions) { }

    public void Learn() { }

    public void Save(ICheckpointWriter writer) => _policy.Save(writer);

    public void Load(ICheckpointReader reader) => _policy.Load(reader);

    public void Dispose() => _policy.Player.Dispose();
}
