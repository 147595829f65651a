namespace EnvHub.Learning;

/// <summary>How often it is drawn whether teacher or student acts.</summary>
public enum MixingUnit
{
    /// <summary>At each step, as in Ross et al. (2011).</summary>
    Step,

    /// <summary>At the start of each episode.</summary>
    Episode,
}
