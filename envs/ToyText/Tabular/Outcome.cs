namespace EnvHub.Envs.ToyText;

/// <summary>One way in which an action can end.</summary>
/// <param name="Probability">Of this way.</param>
/// <param name="State">What it leads to.</param>
internal readonly record struct Outcome(double Probability, int State, double Reward, bool Terminated);
