namespace EnvHub.Learning.Tests;

/// <summary>A stored transition of a task whose observations are one number.</summary>
internal sealed record Transition(float Observation, float Reward, float NextObservation, float Discount);
