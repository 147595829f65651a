namespace EnvHub.Hosting;

/// <summary>One promise of an environment, and how it is put to the test.</summary>
/// <param name="name">Lower case with hyphens; the checker of Python's environments uses the same names.</param>
/// <param name="why">Why the promise matters, in a sentence.</param>
/// <param name="toDo">What an author should do where it is broken, in a sentence.</param>
public abstract class CheckRule(string name, string why, string toDo)
{
    /// <summary>Lower case with hyphens.</summary>
    public string Name { get; } = name;

    /// <summary>Rules whose errors would show here again: after one of them, this rule is not examined, nor
    /// are those that stand after this one.</summary>
    public virtual IReadOnlyList<string> After => ["runs", "finite"];

    /// <summary>Why this environment cannot be examined for it; null if it can.</summary>
    public virtual string? Omit(CheckSubject subject) => null;

    /// <summary>Plays and tells what it found. An exception counts as an error.</summary>
    public abstract IEnumerable<CheckFinding> Examine(CheckSubject subject);

    /// <summary>A broken promise.</summary>
    /// <param name="found">What was seen, with values.</param>
    public CheckFinding Error(string found) => new(Name, CheckSeverity.Error, found, why, toDo);

    /// <summary>A bad habit.</summary>
    /// <param name="found">What was seen, with values.</param>
    protected CheckFinding Warning(string found) => new(Name, CheckSeverity.Warning, found, why, toDo);
}
