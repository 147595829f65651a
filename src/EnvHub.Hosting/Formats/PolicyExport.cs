namespace EnvHub.Hosting;

/// <summary>Writes recorded policies in other tools' formats.</summary>
public static class PolicyExport
{
    /// <summary>The operator set that exported models need.</summary>
    public const int OnnxOperatorSet = OnnxGraph.OperatorSet;

    /// <summary>Writes a policy as an ONNX model: float32 observations <c>[N, n]</c> in, action values <c>[N, A]</c> out, in the learner's
    /// units. Scaling of observations by constants is within; what wrappers do to observations is not, and the file says so.</summary>
    /// <param name="file">Written whole or not at all.</param>
    /// <param name="best">Whether to take the weights of the best evaluation, not the final ones.</param>
    /// <param name="task">The only task to export, its input <c>observations</c> and output <c>action_values</c>; null for all, whose names follow
    /// a slash where there are several.</param>
    /// <returns>The names of the tasks that were exported.</returns>
    /// <exception cref="HubException">EH3901 the learner's policy is no network; EH3902 no such task; EH3903 the network has another form;
    /// EH3904 the file cannot be written; others: there are no such weights.</exception>
    public static IReadOnlyList<string> Onnx(TrialPlayer trial, string file, bool best, string? task)
    {
        ArgumentNullException.ThrowIfNull(trial);
        string[] names = [.. trial.Trial.Tasks.Select(plan => plan.Spec.Name)];
        if (task is not null && !names.Contains(task, StringComparer.Ordinal)) throw HostingErrors.NoSuchTaskToExport(task, names);
        using var learner = trial.LoadLearner(best, out var metadata);
        if (learner.Policy is not INetworkPolicy policy) throw HostingErrors.NoNetworkToExport(trial.Trial.Stage.Learner.Name);
        string[] exported = task is null ? names : [task];
        TaskPlan[] plans = [.. trial.Trial.Tasks.Where(plan => exported.Contains(plan.Spec.Name, StringComparer.Ordinal))];
        byte[] model = Graph(policy, names, exported).ToBytes(metadata["envhub.version"], Description(plans), metadata);
        try
        {
            AtomicFile.Write(Path.GetFullPath(file), stream => stream.Write(model));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.ExportNotWritable(file, fault);
        }
        return exported;
    }

    private static OnnxGraph Graph(INetworkPolicy policy, string[] names, string[] exported)
    {
        var graph = new OnnxGraph();
        var writer = new PolicyGraph(policy, graph);
        foreach (string name in exported)
        {
            string ending = exported.Length == 1 ? "" : $"/{name}";
            writer.Add(Array.IndexOf(names, name), name, $"observations{ending}", $"action_values{ending}");
        }
        return graph;
    }

    private static string Description(TaskPlan[] tasks)
    {
        string wrapped = string.Join("; ", tasks.Where(task => task.Wrappers.Count > 0)
            .Select(task => $"{task.Spec.Name}: {string.Join(", ", task.Wrappers.Select(wrapper => wrapper.Registration.Name))}"));
        return "Action values of a greedy policy; the action to take is the index of the largest. Observations are those of the environment, "
            + "flattened, float32, one row each; their scaling by constants is part of the model."
            + (wrapped.Length == 0 ? "" : $" What these wrappers do to observations is not part of the model and must come before it: {wrapped}.");
    }
}
