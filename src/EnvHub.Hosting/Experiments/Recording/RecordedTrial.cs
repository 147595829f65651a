using System.Text.Json;
using EnvHub.Networks;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>A trial that was run: rebuilt from its folder, to be evaluated again.</summary>
public sealed class RecordedTrial
{
    private readonly string _folder;

    private RecordedTrial(string folder, Trial trial) => (_folder, Trial) = (folder, trial);

    /// <summary>What was run, every default included.</summary>
    public Trial Trial { get; }

    /// <summary>Reads a trial's folder.</summary>
    /// <exception cref="HubException">EH3505 it is no trial's folder; EH3506 config.json cannot be read; EH3509 the hub's plugins do not
    /// take what it says.</exception>
    public static RecordedTrial Open(string folder, HubCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        string path = Path.Combine(folder, TrialFiles.ConfigFile);
        if (!File.Exists(path)) throw HostingErrors.NotATrial(folder, TrialFiles.ConfigFile);
        try
        {
            using var config = JsonDocument.Parse(File.ReadAllBytes(path));
            return new(folder, TrialConfigReader.Read(config.RootElement, path, catalog));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw HostingErrors.UnreadableRecord(path, fault);
        }
    }

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
            evaluator.Environment.Load(weights, task);
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
            environment.Load(OpenWeights(best), task);
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
        metadata = weights.Metadata;
        return LoadLearner(weights);
    }

    private ILearner LoadLearner(SafeTensorsReader weights)
    {
        var learner = LearnerFactory.Create(Trial, new RandomStreams(Trial.Seed));
        try
        {
            learner.Policy.Load(weights);
            return learner;
        }
        catch
        {
            learner.Dispose();
            throw;
        }
    }

    private SafeTensorsReader OpenWeights(bool best)
    {
        string file = best ? TrialFiles.BestFile : TrialFiles.ModelFile;
        string path = Path.Combine(_folder, file);
        if (File.Exists(path)) return new SafeTensorsReader(File.ReadAllBytes(path));
        throw best ? HostingErrors.NoBestWeights(_folder) : HostingErrors.NotATrial(_folder, file);
    }
}
