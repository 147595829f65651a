namespace EnvHub.Learning;

/// <summary>What <see cref="TargetUpdateOptions.Interval"/> counts.</summary>
public enum TargetUpdateUnit
{
    /// <summary>Gradient steps, as in Mnih et al. (2015).</summary>
    Updates,

    /// <summary>Environment steps of one task, as CleanRL and Stable-Baselines3 count.</summary>
    Steps,
}
