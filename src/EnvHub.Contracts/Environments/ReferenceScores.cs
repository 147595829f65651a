namespace EnvHub.Contracts;

/// <summary>The anchors of the normalised score: a random policy scores 0, the reference 1.</summary>
/// <param name="Random">Mean undiscounted return of the uniformly random policy.</param>
/// <param name="Reference">Return of the named reference, e.g. the published threshold.</param>
public sealed record ReferenceScores(double Random, double Reference)
{
    /// <summary>The normalised score of <paramref name="meanReturn"/>: (return - random) / (reference - random).</summary>
    public double Normalise(double meanReturn) => (meanReturn - Random) / (Reference - Random);
}
