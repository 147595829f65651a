namespace EnvHub.Learning;

/// <summary>What a student is asked to share with its teacher.</summary>
public enum DistillationLossKind
{
    /// <summary>The distribution over actions that the teacher's values give at a temperature.</summary>
    Kl,

    /// <summary>The teacher's best action.</summary>
    CrossEntropy,

    /// <summary>The action values themselves.</summary>
    Mse,
}
