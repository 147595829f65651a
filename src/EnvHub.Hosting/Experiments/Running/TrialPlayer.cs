using EnvHub.Networks;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>Plays what a trial learned: one that was run, rebuilt from its folder, or one whose learner learns nothing and brings what it plays.</summary>
public sealed class TrialPlayer
{
    private readonly string? _folder;   // null: nothing was recorded

    private TrialPlayer(string? folder, Trial trial) => (_folder, Trial) = (folder, trial);

    /// <summary>What is played, every default included.</summary>
    public Trial Trial { get; }

    /// <summary>Reads a trial's folder.</summary>
    /// <exception cref="HubException">EH3505 it is no trial's folder; EH3506 config.json cannot be read; EH3509 the hub's plugins do not
    /// take what it says.</exception>
    public static TrialPlayer Open(string folder, HubCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        string path = Path.Combine(folder, TrialFiles.ConfigFile);
        if (!File.Exists(path)) throw HostingErrors.NotATrial(folder, TrialFiles.ConfigFile);
        return new(folder, RecordFile.Read(path, config => TrialConfigReader.Read(config, path, catalog)));
    }

    /// <summary>A trial that needs no training.</summary>
    /// <param name="trial">Of a learner that learns nothing.</param>
    public static TrialPlayer Of(Trial trial) => new(null, trial);

    /// <summary>Plays greedy episodes with the recorded weights, on the seeds of the evaluation at the end.</summary>
    /// <param name="best">Whether to take the weights of the best evaluation, not the final ones.</param>
    /// <param name="episodes">Per task, at least 1; null: as many as at the end.</param>
    /// <returns>By the learner's numbers of the tasks.</returns>
    /// <exception cref="HubException">EH3505 or EH3511 there are no such weights; others: the file is broken or of another network.</exception>
    public IReadOnlyList<ReturnSummary> Evaluate(bool best, int? episodes, CancellationToken cancellation)
    {
        var weights = OpenWeights(best);
        using var learner = LoadLearner(weights);
        var summaries = new ReturnSummary[Trial.Tasks.Count];
        for (int task = 0; task < summaries.Length; task++)
        {
            using var evaluator = new PolicyEvaluator(Trial.Tasks[task], PolicyEvaluator.Final, episodes ?? Trial.Evaluation.FinalEpisodes);
            if (weights is not null) evaluator.Environment.Load(weights, task);
            summaries[task] = ReturnSummary.Of(evaluator.Run(learner.Policy, task, cancellation), Trial.Tasks[task].Spec.SolvedReturn);
        }
        return summaries;
    }

    /// <summary>The trial's learner with the recorded weights, to act greedily by its policy.</summary>
    /// <param name="best">Whether to take the weights of the best evaluation, not the final ones.</param>
    /// <exception cref="HubException">EH3505 or EH3511 there are no such weights; others: the file is broken or of another network.</exception>
    public ILearner LoadLearner(bool best) => LoadLearner(OpenWeights(best));

    /// <summary>One copy of a task's environment as evaluations play it, to be shown: without the wrappers that change rewards only, and with
    /// the statistics that the others had gathered when the weights were recorded.</summary>
    /// <param name="task">The learner's number of the task.</param>
    /// <param name="best">Whose weights' statistics.</param>
    /// <param name="modes">Render modes, the best first.</param>
    /// <exception cref="HubException">EH3505 or EH3511 there are no such weights; others: the environment cannot be made.</exception>
    public IVectorEnvironment CreateEnvironment(int task, bool best, IReadOnlyList<RenderMode> modes)
    {
        var environment = TaskEnvironment.ForEvaluation(Trial.Tasks[task].ForRendering(modes), 1);
        try
        {
            if (OpenWeights(best) is { } weights) environment.Load(weights, task);
            return environment.Vector;
        }
        catch
        {
            environment.Dispose();
            throw;
        }
    }

    /// <summary>As <see cref="LoadLearner(bool)"/>, with what the weights' file says of itself.</summary>
    internal ILearner LoadLearner(bool best, out IReadOnlyDictionary<string, string> metadata)
    {
        var weights = OpenWeights(best);
        metadata = weights?.Metadata ?? new Dictionary<string, string>();
        return LoadLearner(weights);
    }

    private ILearner LoadLearner(SafeTensorsReader? weights)
    {
        var learner = LearnerFactory.Create(Trial, new RandomStreams(Trial.Seed));
        try
        {
            if (weights is not null) learner.Policy.Load(weights);
            return learner;
        }
        catch
        {
            learner.Dispose();
            throw;
        }
    }

    private SafeTensorsReader? OpenWeights(bool best)
    {
        if (_folder is null) return null;
        string file = best ? TrialFiles.BestFile : TrialFiles.ModelFile;
        string path = Path.Combine(_folder, file);
        if (File.Exists(path)) return new SafeTensorsReader(File.ReadAllBytes(path));
        throw best ? HostingErrors.NoBestWeights(_folder) : HostingErrors.NotATrial(_folder, file);
    }
}
