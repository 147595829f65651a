namespace EnvHub.Evaluation;

/// <summary>How an interval is made of the statistics that were drawn.</summary>
public enum BootstrapMethod
{
    /// <summary>Their quantiles.</summary>
    Percentile,

    /// <summary>Their quantiles, moved for bias and skewness: BCa. Where runs are few and skew it covers more nearly what it says.</summary>
    /// <remarks>Source: B. Efron (1987).</remarks>
    BiasCorrected,
}
