namespace EnvHub.Hosting;

/// <summary>Resolves the arms of one experiment.</summary>
/// <param name="suite">The experiment's.</param>
internal sealed class ArmPlanner(HubCatalog catalog, PartPlanner parts, ExperimentOptions experiment, SuitePlan suite, SuiteList suites)
{
    private static readonly LearningOptions NothingGiven = new ArmOptions();

    private readonly StagePlanner _stages = new(catalog, parts, experiment);

    /// <summary>The experiment's arm of that name; null where it is at fault.</summary>
    public ArmPlan? Plan(string name, ArmPaths paths)
    {
        int before = parts.Faults.Count;
        var arm = experiment.Arms[name];
        if (arm.Stages is null && arm.From.Count == 0)
        {
            var stage = _stages.Plan(name, arm, TasksOf(arm, false, paths), [], paths);
            return stage is null || parts.Faults.Count > before ? null : new(name, [stage]);
        }
        // One stage that builds on policies from elsewhere is a chain with them.
        if (arm.Stages is not null) CheckOtherKeys(arm, paths);
        var stages = arm.Stages is null ? Chain([new(name, arm)], _ => paths) : Chain(arm.Stages, paths.OfStage);
        return parts.Faults.Count > before ? null : new(name, [.. stages.Select(stage => stage!)]);
    }

    private StagePlan?[] Chain(IReadOnlyList<StageOptions> written, Func<int, ArmPaths> pathsOf)
    {
        var chain = ChainedStage.Of(written, pathsOf, parts.Faults);
        var plans = new StagePlan?[chain.Count];
        IReadOnlyList<TaskPlan>[] tasks = [.. written.Select((stage, index) => TasksOf(stage, index > 0 && index == written.Count - 1, pathsOf(index)))];
        for (int i = 0; i < plans.Length; i++)
        {
            var (stage, place, from, owner) = chain[i];
            if (chain.Take(i).Any(earlier => earlier.Options.Name == stage.Name))
                parts.Faults.Add(new(JsonPath.Child(place.Arm, "name"), $"a second stage named \"{stage.Name}\"", "each name once in an arm", "Give the stage another name."));
            CheckFrom(chain, i);
            plans[i] = _stages.Plan(stage.Name, stage, Played(chain[i], tasks[IndexOf(written, owner ?? stage)]), [.. from.Select(name => plans.Take(i).FirstOrDefault(plan => plan?.Name == name))], place);
        }
        CheckUse(chain);
        return plans;
    }

    private static int IndexOf(IReadOnlyList<StageOptions> stages, StageOptions stage) => Enumerable.Range(0, stages.Count).First(index => ReferenceEquals(stages[index], stage));

    private IReadOnlyList<TaskPlan> Played(ChainedStage stage, IReadOnlyList<TaskPlan> tasks)
    {
        if (stage.Played is not { } names) return tasks;
        foreach (string unknown in names.Where(name => tasks.All(task => task.Spec.Name != name)))
            parts.Faults.Add(HubReferences.Unknown(stage.Paths.Tasks, unknown, "a task of the stage", tasks.Select(task => task.Spec.Name)));
        return [.. tasks.Where(task => names.Contains(task.Spec.Name, StringComparer.Ordinal))];
    }

    private void CheckFrom(IReadOnlyList<ChainedStage> chain, int index)
    {
        var (stage, paths, from, _) = chain[index];
        string[] earlier = [.. chain.Take(index).Select(one => one.Options.Name)];
        for (int i = 0; i < from.Count; i++)
        {
            string place = JsonPath.Item(paths.From, i);
            if (from[i] is not { } name) continue;
            if (from.Take(i).Contains(name, StringComparer.Ordinal))
                parts.Faults.Add(new(place, $"\"{name}\" a second time", "each stage once", "Remove one of the two."));
            else if (earlier.Contains(name, StringComparer.Ordinal)) continue;
            else if (name == stage.Name)
                parts.Faults.Add(new(place, "the stage itself", Allowed(earlier), "A stage builds on what was learned before it."));
            else if (chain.Any(one => one.Options.Name == name))
                parts.Faults.Add(new(place, $"the later stage \"{name}\"", Allowed(earlier), "Put that stage first."));
            else if (OwnerOf(name) is { } owner)
                parts.Faults.Add(new(place, $"\"{name}\", a stage of the arm \"{owner}\"", Allowed(earlier),
                    "Write that stage into this arm too: stages that are equal but for their names are trained once."));
            else
                parts.Faults.Add(HubReferences.Unknown(place, name, "an earlier stage of the arm", earlier));
        }
    }

    // By the stage's name, or by the arm's and the stage's as records write them.
    private string? OwnerOf(string name) => experiment.Arms.FirstOrDefault(arm =>
        arm.Value.Stages?.Any(stage => stage.Name == name || $"{arm.Key}/{stage.Name}" == name) ?? false).Key;

    private static string Allowed(string[] earlier) => $"an earlier stage of the arm: {NameList.Of(earlier)}";

    // A stage that nothing builds on would never run: most likely a 'from' was forgotten.
    private void CheckUse(IReadOnlyList<ChainedStage> chain)
    {
        for (int i = 0; i < chain.Count - 1; i++)
            if (!chain.Skip(i + 1).Any(later => later.From.Contains(chain[i].Options.Name, StringComparer.Ordinal)))
                parts.Faults.Add(new(chain[i].Paths.Arm, $"the stage \"{chain[i].Options.Name}\", which no later stage builds on", "stages that the last one builds on",
                    "Name it in a later stage's \"from\", or remove it."));
    }

    private void CheckOtherKeys(ArmOptions arm, ArmPaths paths)
    {
        foreach (var property in OptionsProperty.Of(typeof(LearningOptions)))
            if (!Equals(property.Info.GetValue(arm), property.Info.GetValue(NothingGiven)))
                parts.Faults.Add(new(JsonPath.Child(paths.Arm, property.Name), "the key beside \"stages\"", "an arm that is one stage, or \"stages\"", "Move the key into a stage."));
    }

    // By default what was held out is what the last of several stages meets.
    private IReadOnlyList<TaskPlan> TasksOf(LearningOptions stage, bool isLast, ArmPaths paths)
    {
        var from = stage.Suite is { } name ? suites.Find(name, paths.Suite) : suite;
        if (from is null) return [];
        if (stage.Tasks is { } tasks) return Chosen(tasks, from, stage.Members, paths);
        var members = stage.Members ?? (isLast && from.HeldOut.Count > 0 ? TaskMembers.HeldOut : TaskMembers.Train);
        if (members == TaskMembers.HeldOut && from.HeldOut.Count == 0)
            parts.Faults.Add(new(paths.Members, "\"heldOut\"", $"\"train\": the suite {from.Name} holds no tasks out", "Name a suite with families, or choose \"train\"."));
        return members switch { TaskMembers.Train => from.Train, TaskMembers.HeldOut => from.HeldOut, _ => [.. from.All] };
    }

    private List<TaskPlan> Chosen(IReadOnlyList<TaskOptions> tasks, SuitePlan from, TaskMembers? members, ArmPaths paths)
    {
        if (members is not null) parts.Faults.Add(new(paths.Members, "\"members\" beside \"tasks\"", "one of the two", "Remove one."));
        var chosen = new List<TaskPlan>();
        for (int i = 0; i < tasks.Count; i++)
        {
            string path = JsonPath.Item(paths.Tasks, i);
            // What is written as a name alone is a task of the suite if there is one of that name.
            bool isName = tasks[i] == new TaskOptions { Environment = tasks[i].Environment };
            var task = (isName ? from.All.FirstOrDefault(task => task.Spec.Name == tasks[i].Environment) : null) ?? parts.Task(tasks[i], path);
            if (task is null) continue;
            if (chosen.Any(other => other.Spec.Name == task.Spec.Name)) parts.Faults.Add(HubReferences.SecondTask(path, task.Spec.Name));
            chosen.Add(task);
        }
        return chosen;
    }
}
