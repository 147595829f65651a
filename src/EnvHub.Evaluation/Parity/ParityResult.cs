namespace EnvHub.Evaluation;

/// <summary>What a parity gate found.</summary>
/// <param name="Steps">Steps that were compared, over all seeds.</param>
/// <param name="Episodes">Episodes that ended among them, each with a reset that continues the generator.</param>
/// <param name="HasGenerators">Whether both sides showed their generators, so that these were compared too.</param>
/// <param name="Difference">Where they part; null where every bit is equal.</param>
public sealed record ParityResult(long Steps, long Episodes, bool HasGenerators, ParityDifference? Difference)
{
    /// <summary>Whether every bit that was compared is equal.</summary>
    public bool IsEqual => Difference is null;
}
