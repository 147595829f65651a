namespace EnvHub.Contracts;

/// <summary>A part of the memory that a learner will take.</summary>
/// <param name="Name">For tables, e.g. <c>replay of CartPole-v1</c>.</param>
/// <param name="Bytes">Once training is over; at least 0.</param>
public sealed record MemoryPart(string Name, long Bytes);
