namespace EnvHub.Plugins.OnnxRuntime;

/// <summary>Which input and output of a model are a task's, and what they mean: as options say, else as the file tells.</summary>
internal sealed class TaskSignature
{
    // In the order in which they are looked for where the file has several outputs.
    private static readonly (string Word, OutputMeaning Meaning)[] Words =
    [
        ("action_values", OutputMeaning.ActionValues), ("q_values", OutputMeaning.ActionValues), ("qvalues", OutputMeaning.ActionValues), ("q", OutputMeaning.ActionValues),
        ("logits", OutputMeaning.Logits), ("action_logits", OutputMeaning.Logits),
        ("probabilities", OutputMeaning.Probabilities), ("probs", OutputMeaning.Probabilities), ("action_probs", OutputMeaning.Probabilities),
        ("actions", OutputMeaning.Actions), ("action", OutputMeaning.Actions),
    ];

    private readonly string _file;

    /// <exception cref="HubException">EH4917 to EH4925: what does not fit.</exception>
    public TaskSignature(OnnxModel model, TaskSpec task, OnnxOptions options)
    {
        (Task, _file) = (task, model.File);
        Input = Choose(model.Inputs, options.Input, "input", $"observations/{task.Name}", []);
        Output = Choose(model.Outputs, options.Output, "output", $"action_values/{task.Name}", Words.Select(word => word.Word));
        RequireUsable(Input, "input");
        RequireUsable(Output, "output");
        Others = [.. model.Inputs.Where(port => port != Input)];
        // Our own exports of several tasks have an input for each; what is not asked for gets zeros.
        if (Others.Any(port => port.Name.Split('/')[0] != Input.Name.Split('/')[0] || !port.IsUsable)) throw OnnxPolicyErrors.FurtherInputs(_file, Input.Name, Others.Select(port => port.Name));
        IsDiscrete = task.Environment.ActionSpace is DiscreteSpace;
        Meaning = MeaningOf(options.Gives);
        Width = Meaning == OutputMeaning.Actions ? IsDiscrete ? 1 : task.Environment.ActionSpace.ElementSize : Actions;
        CheckOutput();
        Writer = new ObservationWriter(this, options, _file);
    }

    /// <summary>The task.</summary>
    public TaskSpec Task { get; }

    /// <summary>Takes its observations.</summary>
    public ModelPort Input { get; }

    /// <summary>Gives its actions, or what they are chosen by.</summary>
    public ModelPort Output { get; }

    /// <summary>Inputs of other tasks.</summary>
    public IReadOnlyList<ModelPort> Others { get; }

    /// <summary>Whether actions are numbers from 0.</summary>
    public bool IsDiscrete { get; }

    /// <summary>What the output is.</summary>
    public OutputMeaning Meaning { get; }

    /// <summary>Numbers of one row of the output.</summary>
    public int Width { get; }

    /// <summary>Writes observations as the input takes them.</summary>
    public ObservationWriter Writer { get; }

    private int Actions => Task.Environment.ActionSpace is DiscreteSpace space ? space.Count : 0;

    /// <summary>The action that a number stands for.</summary>
    /// <exception cref="HubException">EH4927 it stands for none.</exception>
    public int ActionOf(float value) => value >= 0 && value < Actions && value == MathF.Truncate(value) ? (int)value : throw OnnxPolicyErrors.NoSuchAction(_file, Task.Name, value, Actions);

    private ModelPort Choose(IReadOnlyList<ModelPort> ports, string? named, string what, string byTask, IEnumerable<string> words)
    {
        var names = ports.Select(port => port.Name);
        if (named is not null) return ports.FirstOrDefault(port => port.Name == named) ?? throw OnnxPolicyErrors.NoSuchPort(_file, what, named, names);
        if (ports is [var only]) return only;
        return ports.FirstOrDefault(port => port.Name == byTask)
            ?? words.Select(word => ports.FirstOrDefault(port => port.Name == word)).FirstOrDefault(port => port is not null)
            ?? throw OnnxPolicyErrors.WhichPort(_file, what, Task.Name, names);
    }

    private void RequireUsable(ModelPort port, string what)
    {
        if (!port.IsUsable) throw OnnxPolicyErrors.BadType(_file, what, port.Name, port.TypeText);
    }

    private OutputMeaning MeaningOf(OutputMeaning given)
    {
        if (!IsDiscrete) return given is OutputMeaning.Guessed or OutputMeaning.Actions ? OutputMeaning.Actions : throw OnnxPolicyErrors.BadMeaning(_file, Task.Name, given, $"{Task.Environment.ActionSpace}");
        if (given != OutputMeaning.Guessed) return given;
        if (Output.IsWhole) return OutputMeaning.Actions;
        string word = Output.Name.Split('/')[0].ToLowerInvariant();
        bool hasWidth = Output.Row is [var width] && (width == Actions || width <= 0);
        foreach (var (known, meaning) in Words)
            if (word == known && (meaning != OutputMeaning.Actions || !hasWidth)) return meaning;
        return hasWidth ? OutputMeaning.ActionValues : OutputMeaning.Actions;
    }

    // Lengths that the file leaves open show when it is run.
    private void CheckOutput()
    {
        var row = Output.Row;
        long width = row.Aggregate(1L, (product, length) => product * Math.Abs(length));
        if (Output.Dimensions.Count == 0 || (row.All(length => length > 0) && width != Width))
            throw OnnxPolicyErrors.BadOutput(_file, Task.Name, Output.Name, Output.ShapeText, Expected());
    }

    /// <summary>What the output must be, in words.</summary>
    public string Expected() => Meaning == OutputMeaning.Actions
        ? IsDiscrete ? "one action per observation, [N] or [N, 1]" : $"[N, {Width}], the elements of {Task.Environment.ActionSpace}" : $"[N, {Width}], a number for each of its {Width} actions";
}
