namespace EnvHub.Evaluation;

/// <summary>One thing that the two sides say differently.</summary>
/// <param name="What">E.g. <c>observation[2]</c>, <c>reward</c>, <c>first observation[0]</c>, <c>generator</c>.</param>
/// <param name="One">The first side's value, exactly.</param>
/// <param name="Other">The second side's value, exactly.</param>
/// <param name="Ulps">How many representable numbers lie between, by <see cref="UlpDistance"/>; null where it cannot be counted.</param>
public sealed record ParityValue(string What, string One, string Other, ulong? Ulps);
