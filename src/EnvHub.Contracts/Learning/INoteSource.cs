namespace EnvHub.Contracts;

/// <summary>A learner that says how it was set up, for the record of its run: what it copied, what stands still.</summary>
public interface INoteSource
{
    /// <summary>One fact per line, in plain words; the same for the same trial. Complete once the learner is made.</summary>
    IReadOnlyList<string> Notes { get; }
}
