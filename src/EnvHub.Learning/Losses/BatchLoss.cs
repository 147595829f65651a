namespace EnvHub.Learning;

/// <summary>What a batch's loss came to.</summary>
/// <param name="Loss">Mean over the batch, before weighting.</param>
/// <param name="MeanValue">Mean value of the chosen actions.</param>
public readonly record struct BatchLoss(float Loss, float MeanValue);
