using EnvHub.Learning;

namespace EnvHub.Plugins.FineTune;

/// <summary>What a stage of <c>fine-tune</c> must be, checked before anything runs.</summary>
internal static class FineTuneStage
{
    /// <summary>Why the learner cannot do the stage, in a sentence; null if it can.</summary>
    public static string? Refusal(StageSpec stage, FineTuneOptions options) =>
        OfCopying(stage, options) ?? OfFreezing(options) ?? OfSources(stage, options) ?? ReplayCapacity.Refusal(stage, options);

    private static string? OfCopying(StageSpec stage, FineTuneOptions options)
    {
        int hidden = options.Network.Depth, copied = options.CopyLayers ?? hidden;
        bool isList = options.Network.Encoder is not null || options.Network.Trunk is not null;
        if (copied > hidden)
            return isList ? $"copyLayers is {copied}; encoder and trunk are copied as a whole, so it may be 0 or 1, or left out."
                : $"copyLayers is {copied}; network.hidden has {hidden} layers, so 0 to {hidden} can be copied.";
        if (isList && options.ObservationMap is not null) return "observationMap goes with hidden layers; network.encoder and network.trunk take observations as they are. Remove it.";
        if (copied < hidden && options.Head == HeadStart.Keep)
            return $"head is keep and copyLayers is {copied} of {hidden}: a head is of use on the layers that it was learned on. Set head to new, or copy all layers.";
        if (stage.Tasks.Count > 1 && options.Network.Inputs == InputSharing.PaddedOneHot)
            return "network.inputs is paddedOneHot; several tasks are fine-tuned with an encoder each. Leave network.inputs at encoderPerTask.";
        if (options.KeepOptimizer && (copied < hidden || options.Head == HeadStart.New || options.ObservationMap is not null || options.ActionMap is not null))
            return "keepOptimizer goes with weights that are all copied as they are. Leave copyLayers, head, observationMap and actionMap at their defaults, or keepOptimizer at false.";
        return null;
    }

    private static string? OfFreezing(FineTuneOptions options)
    {
        int hidden = options.Network.Depth;
        if (options.Freeze.FirstOrDefault(name => !FineTuneRules.Layers(name, hidden).Any()) is { } unknown)
            return $"freeze names '{unknown}'; it may name trunk, trunk.0 to trunk.{hidden - 1}, and head.";
        return options.FreezeSteps is null && Enumerable.Range(0, hidden + 1).All(layer => FineTuneRules.Freezes(options, layer))
            ? "freeze names every layer and freezeSteps is null, so nothing would ever be learned. Leave a layer free, or give freezeSteps." : null;
    }

    private static string? OfSources(StageSpec stage, FineTuneOptions options)
    {
        var choices = new List<SourceChoice>();
        foreach (var task in stage.Tasks)
        {
            var choice = SourceChoice.Find(stage.Sources, task, options.SourceStage, options.SourceTask, out string? problem);
            if (problem is not null) return problem;
            var source = stage.Sources[choice.Source];
            if (!source.Learns) return $"Its source '{source.Stage}' is a policy that was not learned here, and has no weights to start from. Name a stage of a learner of action values; such a policy teaches distillation.";
            if ((OfSpaces(task, source.Tasks[choice.Task], options) ?? FineTuneNetwork.Refusal(source, options)) is { } refusal) return refusal;
            if (options.KeepOptimizer && (stage.Tasks.Count > 1 || source.Tasks.Count > 1))
                return "keepOptimizer goes with one target task and a source of one task, whose parameters lie alike. Leave it at false.";
            choices.Add(choice);
        }
        return choices.Select(choice => choice.Source).Distinct().Count() > 1
            ? $"Its tasks would start from the networks of {string.Join(" and ", choices.Select(choice => stage.Sources[choice.Source].Tasks[choice.Task].Name))}; one trunk comes from one network. Name one with sourceTask, or fine-tune each task in a stage of its own."
            : null;
    }

    private static string? OfSpaces(TaskSpec target, TaskSpec source, FineTuneOptions options)
    {
        int observations = target.Environment.ObservationSpace.FlatSize, known = source.Environment.ObservationSpace.FlatSize;
        int actions = DiscreteActions.CountOf(target), choices = DiscreteActions.CountOf(source);
        if (OfMap("observationMap", options.ObservationMap, observations, known, $"'{target.Name}'") is { } first) return first;
        if (OfMap("actionMap", options.ActionMap, actions, choices, $"'{target.Name}'") is { } second) return second;
        if (!options.Teacher.IsOn) return null;
        if ((options.ObservationMap is null && observations != known) || (options.ActionMap is null ? actions != choices : options.ActionMap.Contains(-1)))
            return $"teacher is on and '{source.Name}' has other observations or actions than '{target.Name}'. Say with observationMap and actionMap how they correspond, every action of the target having one of the source, or leave teacher.weight at 0.";
        return options.Teacher.For(target, source).Weight.Refusal(target);
    }

    private static string? OfMap(string name, IReadOnlyList<int>? map, int length, int count, string task)
    {
        if (map is null) return null;
        if (map.Count != length) return $"{name} has {map.Count} entries; {task} needs {length}.";
        return map.Any(index => index >= count) ? $"{name} holds {map.Max()}; the source's indices go from 0 to {count - 1}, and -1 stands for none." : null;
    }
}
