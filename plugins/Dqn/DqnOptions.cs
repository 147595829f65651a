using EnvHub.Learning;

namespace EnvHub.Plugins.Dqn;

/// <summary>Settings of <c>dqn</c>: those of deep Q-learning, nothing of its own.</summary>
public sealed record DqnOptions : QLearningOptions;
