using EnvHub.Networks;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>What the trials that a trial builds on have learned, read from their folders.</summary>
internal sealed class OpenSources : IDisposable
{
    private readonly List<(Trial Trial, ILearner Learner, LearnerSource Source)> _opened = [];

    private OpenSources() { }

    /// <summary>In the order of <see cref="Trial.Sources"/>.</summary>
    public IReadOnlyList<LearnerSource> All => [.. _opened.Select(opened => opened.Source)];

    /// <summary>Opens the sources of a trial, which must have finished.</summary>
    /// <exception cref="HubException">A file is missing, damaged or of another network.</exception>
    public static OpenSources Of(TrialProgress progress, RunFolder folder)
    {
        var sources = new OpenSources();
        try
        {
            foreach (var source in progress.Sources) sources.Add(source.Trial, source.Result!, folder.Of(source.Trial));
            return sources;
        }
        catch
        {
            sources.Dispose();
            throw;
        }
    }

    /// <summary>Lets a task's wrappers start from the statistics that those of a source ended with: the weights and policies of the source were made
    /// for observations on that scale. Only where the same wrappers with the same options stand around observations of the same size.</summary>
    /// <remarks>A source's task of the same name goes first. What the task's wrappers see later moves their statistics on; the source's policy
    /// is shown the task's observations as they are then.</remarks>
    public void LoadStatistics(TaskPlan task, TaskEnvironment environment)
    {
        if (task.Wrappers.Count == 0) return;
        var fitting = from opened in _opened
                      from index in Enumerable.Range(0, opened.Trial.Tasks.Count)
                      let other = opened.Trial.Tasks[index]
                      where environment.Fits(opened.Source.Weights, index) && HaveSameWrappers(other, task)
                      orderby other.Spec.Name == task.Spec.Name descending
                      select (opened.Source.Weights, index);
        foreach (var (weights, index) in fitting.Take(1)) environment.Load(weights, index);
    }

    public void Dispose()
    {
        foreach (var (_, learner, _) in _opened) learner.Dispose();
    }

    private void Add(Trial trial, TrialResult result, string folder)
    {
        var weights = new SafeTensorsReader(File.ReadAllBytes(Path.Combine(folder, TrialFiles.ModelFile)));
        var learner = LearnerFactory.Create(trial, new RandomStreams(trial.Seed));
        _opened.Add((trial, learner, new LearnerSource
        {
            Stage = trial.Stage.Name,
            Tasks = [.. trial.Tasks.Select(task => task.Spec)],
            Policy = learner.Policy,
            Weights = weights,
            OpenState = () => new SafeTensorsReader(File.ReadAllBytes(Path.Combine(folder, TrialFiles.StateFile))),
            Returns = [.. result.Tasks.Select(task => task.Final!.Mean)],
            TotalSteps = result.Steps + result.SourceSteps,
        }));
        learner.Policy.Load(weights);
    }

    private static bool HaveSameWrappers(TaskPlan one, TaskPlan other) =>
        one.Spec.Environment.ObservationSpace.ElementSize == other.Spec.Environment.ObservationSpace.ElementSize
        && ConfigJson.OfWrappers(one).ToJsonString() == ConfigJson.OfWrappers(other).ToJsonString();
}
