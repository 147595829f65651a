namespace EnvHub.Learning;

/// <summary>How a temporal-difference error δ becomes a loss.</summary>
public enum LossKind
{
    /// <summary>½δ² up to <see cref="ActionValueOptions.HuberDelta"/>, linear beyond it.</summary>
    Huber,

    /// <summary>δ².</summary>
    Mse,
}
