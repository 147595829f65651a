using System.Text.RegularExpressions;

namespace EnvHub.Contracts;

/// <summary>A number that a learner tells of itself while it learns. The hub writes it to <c>metrics.csv</c>, to TensorBoard and to results, at its own pace.</summary>
/// <remarks>The host looks for <see cref="Updates"/> alone; it knows no other measure, and writes them all.</remarks>
public sealed partial record MeasureSpec
{
    /// <summary>The measure that counts gradient steps so far, <see cref="MeasureScope.Overall"/>: what a result calls its updates. A learner
    /// without it has 0 of them.</summary>
    public const string Updates = "updates";

    /// <param name="name">In snake_case, e.g. <c>mean_action_value</c>; a column of <c>metrics.csv</c>.</param>
    /// <param name="unit">In words, e.g. <c>gradient steps</c>; 1 for a plain number.</param>
    /// <param name="scope">Of what it is.</param>
    /// <param name="description">One line: what it is, of when, and its range.</param>
    /// <exception cref="HubException">EH1140 the name is not in snake_case; EH1141 unit or description is missing or longer than a line.</exception>
    public MeasureSpec(string name, string unit, MeasureScope scope, string description)
    {
        if (name is null || !SnakeCase().IsMatch(name)) throw ContractErrors.BadMeasureName(name);
        if (IsNoLine(unit) || IsNoLine(description)) throw ContractErrors.BadMeasureText(name);
        (Name, Unit, Scope, Description) = (name, unit, scope, description);
    }

    /// <summary>Its name: a column of <c>metrics.csv</c>.</summary>
    public string Name { get; }

    /// <summary>Its unit in words; 1 for a plain number.</summary>
    public string Unit { get; }

    /// <summary>Of what it is.</summary>
    public MeasureScope Scope { get; }

    /// <summary>One line: what it is.</summary>
    public string Description { get; }

    /// <summary>How many values it has.</summary>
    /// <param name="tasks">Number of tasks, T.</param>
    public int CountFor(int tasks) => Scope switch
    {
        MeasureScope.PerTask => tasks,
        MeasureScope.PerTaskPair => tasks * tasks,
        _ => 1,
    };

    private static bool IsNoLine(string? text) => string.IsNullOrWhiteSpace(text) || text.AsSpan().ContainsAny('\n', '\r');

    [GeneratedRegex(@"^[a-z][a-z0-9]*(_[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SnakeCase();
}
