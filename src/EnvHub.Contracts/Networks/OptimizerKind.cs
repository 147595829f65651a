namespace EnvHub.Contracts;

/// <summary>The update rule, each as PyTorch computes it.</summary>
public enum OptimizerKind
{
    /// <summary>Kingma and Ba (2015); weight decay joins the gradient.</summary>
    Adam,

    /// <summary>Loshchilov and Hutter (2019): Adam with decoupled weight decay.</summary>
    AdamW,

    /// <summary>Hinton (2012).</summary>
    RmsProp,

    /// <summary>Gradient descent, with momentum where set.</summary>
    Sgd,
}
