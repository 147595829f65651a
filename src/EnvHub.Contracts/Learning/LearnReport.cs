namespace EnvHub.Contracts;

/// <summary>What a learner has to say after a round; the host writes it to the metrics at its own pace.</summary>
/// <param name="Updates">Gradient steps so far.</param>
/// <param name="Loss">Of the last update, summed over tasks; NaN before the first.</param>
/// <param name="MeanActionValue">Mean of the chosen actions' values in the last update, in the learner's units; NaN before the first.</param>
/// <param name="Epsilon">Current chance of a random action, [0, 1].</param>
/// <param name="LearningRate">Of the last update.</param>
public readonly record struct LearnReport(long Updates, float Loss, float MeanActionValue, float Epsilon, float LearningRate);
