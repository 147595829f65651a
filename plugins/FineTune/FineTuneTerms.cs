using EnvHub.Learning;

namespace EnvHub.Plugins.FineTune;

/// <summary>What fine-tuning adds to the gradient of the target tasks; nothing where the options ask for nothing.</summary>
internal sealed class FineTuneTerms : IDisposable
{
    private readonly TeacherTerm[] _teachers;              // one per task, or none
    private readonly SourceRehearsal[] _rehearsals;        // one per task of the source that is used, or none
    private readonly StartingPointPenalty? _penalty;

    public FineTuneTerms(LearnerContext context, FineTuneOptions options, FineTuneStart start, INetwork network)
    {
        _teachers = !options.Teacher.IsOn ? [] :
            [.. start.Sources.Select((source, task) => new TeacherTerm(context, source, context.Tasks[task], start.Rule, options, options.Teacher))];
        _rehearsals = options.SourceWeight == 0 ? [] : [.. start.Sources.DistinctBy(source => source.Label)
            .Select(source => new SourceRehearsal(context, source, start.Manifest, options, options.SourceWeight))];
        if (options.CopiedPenalty > 0 || options.NewPenalty > 0)
            _penalty = new(network, start.Manifest, options.CopiedPenalty, options.NewPenalty);
    }

    public void Observe(int task, in TransitionBatch transitions)
    {
        if (_teachers.Length > 0) _teachers[task].Observe(transitions);
    }

    public void CutEpisodes(int task)
    {
        if (_teachers.Length > 0) _teachers[task].CutEpisodes();
    }

    /// <summary>Adds what belongs to one task.</summary>
    /// <param name="steps">Of the stage, so far.</param>
    public void AddTask(QNetworkTrainer network, int task, ReplayBatch batch, long steps)
    {
        if (_teachers.Length == 0) return;
        var teacher = _teachers[task];
        network.AddLoss(teacher.AddGradients(network.Online, SharedHead.Of(network.Online.Spec, task), batch, teacher.WeightAt(steps)));
    }

    /// <summary>Adds what belongs to all tasks together.</summary>
    public void AddShared(QNetworkTrainer network)
    {
        foreach (var rehearsal in _rehearsals) network.AddLoss(rehearsal.AddGradients(network.Online));
        _penalty?.AddGradients();
    }

    public void Apply(float learningRate)
    {
        foreach (var rehearsal in _rehearsals) rehearsal.Apply(learningRate);
    }

    public void UpdateTargets()
    {
        foreach (var rehearsal in _rehearsals) rehearsal.UpdateTarget();
    }

    public void Save(ICheckpointWriter writer)
    {
        for (int i = 0; i < _teachers.Length; i++) _teachers[i].Save(writer, $"teacher.{i}.");
        for (int i = 0; i < _rehearsals.Length; i++) _rehearsals[i].Save(new NamedPart($"rehearsal.{i}", writer));
        _penalty?.Save(writer, "penalty.start");
    }

    /// <summary>Requires everything that <see cref="Load"/> reads to be there; changes nothing.</summary>
    public void Check(ICheckpointReader reader) => CheckpointLayout.Require(reader, Save);

    public void Load(ICheckpointReader reader)
    {
        for (int i = 0; i < _teachers.Length; i++) _teachers[i].Load(reader, $"teacher.{i}.");
        for (int i = 0; i < _rehearsals.Length; i++) _rehearsals[i].Load(new NamedPart($"rehearsal.{i}", reader));
        _penalty?.Load(reader, "penalty.start");
    }

    public void Dispose()
    {
        foreach (var teacher in _teachers) teacher.Dispose();
        foreach (var rehearsal in _rehearsals) rehearsal.Dispose();
    }
}
