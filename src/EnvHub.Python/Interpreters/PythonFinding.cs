namespace EnvHub.Python;

/// <summary>A candidate, and what it answered.</summary>
/// <param name="Candidate">The one that was asked.</param>
/// <param name="Python">What it has; null if it did not answer.</param>
public sealed record PythonFinding(PythonCandidate Candidate, PythonInterpreter? Python)
{
    /// <summary>Why it is passed over; null if it can run Gymnasium's environments.</summary>
    public string? Missing => Python is null ? "it does not answer" : Python.Missing;
}
