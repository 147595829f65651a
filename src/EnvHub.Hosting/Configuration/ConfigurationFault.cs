namespace EnvHub.Hosting;

/// <summary>One thing that is wrong in hub.json or on the command line.</summary>
/// <param name="Path">Where, as a JSON path, e.g. <c>$.experiments.classic-pair.arms.dqn.options.learningRate</c>.</param>
/// <param name="Found">What is there.</param>
/// <param name="Allowed">What may be there.</param>
/// <param name="Message">What to do; a sentence.</param>
public sealed record ConfigurationFault(string Path, string Found, string Allowed, string Message)
{
    /// <summary>The fault on one line.</summary>
    public override string ToString() => $"{Path}: found {Found}; allowed: {Allowed}. {Message}";
}
