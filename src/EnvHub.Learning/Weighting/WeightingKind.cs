namespace EnvHub.Learning;

/// <summary>How the losses of several tasks become one step of the network that they share.</summary>
public enum WeightingKind
{
    /// <summary>Their sum, each with its task's weight. The baseline that the others are measured by.</summary>
    Fixed,

    /// <summary>Random weights at every update (RLW).</summary>
    Random,

    /// <summary>More for tasks whose loss falls slowly (dynamic weight average, DWA).</summary>
    Dwa,

    /// <summary>Less for tasks whose loss is large for good: a learned uncertainty each.</summary>
    Uncertainty,

    /// <summary>All losses are to fall at the same rate, found from what each step did to them (FAMO).</summary>
    Famo,

    /// <summary>All tasks' gradients are to be of like size, larger where learning lags behind.</summary>
    GradNorm,

    /// <summary>What of a gradient runs against another task's is taken out of it.</summary>
    PcGrad,

    /// <summary>The step that helps the worst-off task most, within a distance of the mean gradient.</summary>
    CaGrad,

    /// <summary>The shortest vector that the gradients span between them: a step that harms no task.</summary>
    Mgda,
}
