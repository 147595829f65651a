namespace EnvHub.Hosting;

/// <summary>Resolves single stages: learner, options, backend, and whether the learner takes what the stage asks of it.</summary>
internal sealed class StagePlanner(HubCatalog catalog, PartPlanner parts, ExperimentOptions experiment)
{
    /// <summary>The stage; null where it is at fault.</summary>
    /// <param name="from">The stages that it builds on; null for one at fault.</param>
    public StagePlan? Plan(string name, LearningOptions stage, IReadOnlyList<TaskPlan> tasks, IReadOnlyList<StagePlan?> from, ArmPaths paths)
    {
        int before = parts.Faults.Count;
        var evaluation = stage.Evaluation?.Apply(experiment.Evaluation) ?? experiment.Evaluation;
        var backend = parts.Backend(stage.Backend, paths.Backend);
        if (stage.KeepBest && evaluation.Points == 0)
            parts.Faults.Add(new(paths.KeepBest, "true", "evaluations during training, of which the best is kept", "Set evaluation.points to at least 1, or keepBest to false."));
        if (Learner(stage, paths) is not { } learner) return null;
        if (!learner.Learns) CheckSteps(learner, stage, paths);
        CheckSources(learner, from.Count, paths);
        var options = parts.Try(paths.Options, "the learner's options", () => OptionsBinder.Bind(stage.Options, learner.OptionsType, paths.Options, parts.Faults));
        foreach (var task in tasks) AskForRefusal(learner, task, paths.Learner);
        if (parts.Faults.Count > before || backend is null || options is null) return null;
        var plan = new StagePlan
        {
            Name = name,
            Tasks = tasks,
            From = [.. from.OfType<StagePlan>().Select(source => source.Name)],
            Learner = learner,
            Options = options,
            Backend = backend.Registration,
            BackendOptions = backend.Options,
            Steps = stage.Steps ?? experiment.Steps,
            Episodes = stage.Episodes,
            Copies = stage.Copies ?? experiment.Copies,
            KeepBest = stage.KeepBest,
            Evaluation = evaluation,
        };
        if (!learner.Learns) plan = plan with { Steps = 0, Copies = 1, Evaluation = evaluation with { Points = 0 } };
        // What a source at fault would have learned is not known.
        if (!from.Contains(null)) AskForRefusal(plan, [.. from.Select(source => source!)], paths);
        return parts.Faults.Count > before ? null : plan;
    }

    private LearnerRegistration? Learner(LearningOptions stage, ArmPaths paths)
    {
        if (stage.Learner is not { } name)
        {
            parts.Faults.Add(HubReferences.NoLearner(paths.Learner));
            return null;
        }
        var learner = catalog.Learners.All.FirstOrDefault(learner => learner.Name == name);
        if (learner is null) parts.AddUnknown(paths.Learner, name, "a registered learner", catalog.Learners.All.Select(known => known.Name));
        return learner;
    }

    private void CheckSteps(LearnerRegistration learner, LearningOptions stage, ArmPaths paths)
    {
        foreach (var (key, isGiven) in new[] { ("steps", stage.Steps is not null), ("episodes", stage.Episodes is not null), ("copies", stage.Copies is not null), ("keepBest", stage.KeepBest) })
            if (isGiven) parts.Faults.Add(new(JsonPath.Child(paths.Arm, key), "the key", $"none: {learner.Name} plays what its options bring, and learns nothing", "Remove the key."));
    }

    private void CheckSources(LearnerRegistration learner, int count, ArmPaths paths)
    {
        if (learner.Sources == SourceUse.None && count > 0)
            parts.Faults.Add(new(paths.From, "earlier stages", $"none: {learner.Name} builds on nothing", "Remove the key, or choose a learner that builds on earlier stages."));
        if (learner.Sources == SourceUse.Required && count == 0)
            parts.Faults.Add(new(paths.From, "nothing", $"earlier stages of the arm: {learner.Name} builds on them", "Name at least one in \"from\": a stage of an arm with \"stages\" in hub.json, or an ONNX file; train takes a file with --from."));
    }

    private void AskForRefusal(LearnerRegistration learner, TaskPlan task, string path)
    {
        if (parts.Try(path, "the learner", () => learner.Refusal(task.Spec) ?? "") is { Length: > 0 } refusal)
            parts.Faults.Add(new(path, $"\"{learner.Name}\"", $"a learner that takes the task {task.Spec.Name}", refusal));
    }

    private void AskForRefusal(StagePlan plan, IReadOnlyList<StagePlan> from, ArmPaths paths)
    {
        StageSource[] sources = [.. from.SelectMany(source => TrialList.TasksOf(source).Select(tasks => new StageSource(source.Name, Specs(tasks)) { Options = source.Options, PolicyType = source.Learner.PolicyType, Learns = source.Learner.Learns }))];
        foreach (var tasks in TrialList.TasksOf(plan))
        {
            var spec = new StageSpec(Specs(tasks), sources) { Steps = plan.Steps, Copies = plan.Copies };
            // Without tasks something else is at fault, and said.
            if (plan.Learner.Describe is { } describe && tasks.Count > 0)
                parts.Try(paths.Options, "the learner's network", () => NetworkPlan.Of(describe(spec.Tasks, plan.Options)));
            if (parts.Try(paths.Learner, "the learner", () => plan.Learner.RefuseStage(spec, plan.Options) ?? "") is not { Length: > 0 } refusal) continue;
            parts.Faults.Add(plan.Learner.Learns ? new(paths.Learner, $"\"{plan.Learner.Name}\"", $"a learner that does the stage {plan.Name}", refusal)
                : new(paths.Learner, $"\"{plan.Name}\"", $"a policy that plays {NameList.Of(spec.Tasks.Select(task => task.Name))}", refusal));
        }
    }

    private static TaskSpec[] Specs(IReadOnlyList<TaskPlan> tasks) => [.. tasks.Select(task => task.Spec)];
}
