namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>Registers <c>onnx</c>, the learner that learns nothing: it plays a network that any tool exported.</summary>
public sealed class OnnxPlugin : IHubPlugin
{
    private const string Name = "onnx";

    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        hub.Add(new LearnerRegistration(Name, "Plays a policy from an ONNX file, of any tool; learns nothing.", LearnerScope.MultiTask, typeof(OnnxOptions),
            static (context, options) => new OnnxLearner(context, (OnnxOptions)options))
        {
            Learns = false,
            Refusal = Refusal,
            RefuseStage = static (stage, options) => Refusal(stage.Tasks, (OnnxOptions)options),
            Software = static options => [$"ONNX Runtime {OnnxLibrary.Package.Version}", OnnxFile.Identity(((OnnxOptions)options).File)],
        });
    }

    private static string? Refusal(TaskSpec task) => task.Environment.ObservationSpace is { IsFlattenable: true, FlatSize: > 0 } ? null
        : $"Its observation space is {task.Environment.ObservationSpace}, whose values are not of one size above 0; a network needs a fixed number of inputs.";

    // The file is opened: what it lacks is known before anything runs.
    private static string? Refusal(IReadOnlyList<TaskSpec> tasks, OnnxOptions options)
    {
        try
        {
            if (OnnxLibrary.Refusal() is { } refusal) return refusal;
            using var model = OnnxModel.Open(OnnxFile.Read(options.File), options.File);
            foreach (var task in tasks) _ = new TaskSignature(model, task, options);
            return null;
        }
        catch (HubException fault)
        {
            return fault.Message;
        }
    }
}
