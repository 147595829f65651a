namespace EnvHub.Contracts;

/// <summary>What a learner is, in words.</summary>
/// <param name="Name">The name that users write, e.g. <c>fine-tune</c>.</param>
/// <param name="Summary">One sentence for lists.</param>
/// <param name="Scope">Whether one learner takes all tasks of a stage.</param>
/// <param name="Sources">Whether it builds on earlier stages.</param>
public sealed record LearnerProfile(string Name, string Summary, LearnerScope Scope, SourceUse Sources);
