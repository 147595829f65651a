using System.Globalization;
using EnvHub.Learning;

namespace EnvHub.Plugins.FineTune;

/// <summary>Brings a learner to where its source is: weights, the unit of returns, the optimiser. Afterwards it says what it did.</summary>
internal sealed class FineTuneStart
{
    private readonly FineTuneOptions _options;
    private readonly List<string> _notes = [];

    /// <exception cref="HubException">EH4700 no source fits; EH2100 to EH2102 its weights do not.</exception>
    public FineTuneStart(LearnerContext context, FineTuneOptions options)
    {
        _options = options;
        StageSource[] known = [.. context.Sources.Select(source => new StageSource(source.Stage, source.Tasks))];
        Sources = [.. context.Tasks.Select(task =>
        {
            var choice = SourceChoice.Find(known, task, options.SourceStage, options.SourceTask, out string? problem);
            return problem is null ? Open(context.Sources[choice.Source], choice.Task) : throw FineTuneErrors.NoSource(problem);
        })];
        Rule = FineTuneRules.Of(options);
    }

    /// <summary>One per target task.</summary>
    public IReadOnlyList<SourceTask> Sources { get; }

    public TransferRule Rule { get; }

    /// <summary>What became of each segment.</summary>
    public IReadOnlyList<SegmentTransfer> Manifest { get; private set; } = [];

    public IReadOnlyList<string> Notes => _notes;

    public void Apply(QNetworkTrainer network, GroupedOptimizer optimizer, IReadOnlyList<TaskLearner> tasks)
    {
        Manifest = WeightTransfer.Apply(network.Online, Sources, Rule);
        network.SynchronizeTarget();
        foreach (var line in Manifest) _notes.Add(line + Handling(line.Role.Layer));
        if (_options.KeepReturnScale && _options.NormalizeReturns) ContinueReturns(tasks);
        if (!_options.KeepOptimizer) return;
        optimizer.LoadWhole(Sources[0].Source.OpenState(), "optimizer.");
        _notes.Add($"optimiser continued from {Sources[0].Label}");
    }

    private SourceTask Open(LearnerSource source, int task) =>
        _options.SourceTask != SharedHead.Name || source.Weights.Names.Contains($"head.{SharedHead.Name}.weight") ? new SourceTask(source, task)
            : throw FineTuneErrors.NoSource($"sourceTask is {SharedHead.Name}, and stage '{source.Stage}' has a head per task. Name one of its tasks.");

    private void ContinueReturns(IReadOnlyList<TaskLearner> tasks)
    {
        for (int i = 0; i < tasks.Count; i++)
            if (tasks[i].ContinueReturns(Sources[i].Source.OpenState(), Sources[i].Task.Name))
                _notes.Add(string.Create(CultureInfo.InvariantCulture, $"return scale {tasks[i].ReturnScale:g4} continued from {Sources[i].Label}"));
    }

    private string Handling(int layer)
    {
        bool isTrunk = layer < _options.Network.Depth;
        string factor = isTrunk && _options.TrunkLearningRateFactor < 1
            ? string.Create(CultureInfo.InvariantCulture, $", learning rate x {_options.TrunkLearningRateFactor}") : "";
        string frozen = !FineTuneRules.Freezes(_options, layer) ? ""
            : _options.FreezeSteps is { } steps ? string.Create(CultureInfo.InvariantCulture, $", frozen for {steps} steps") : ", frozen";
        return frozen + factor;
    }
}
