namespace EnvHub.Hosting;

/// <summary>How numbers are spread over a range.</summary>
public enum RangeScale
{
    /// <summary>Uniformly.</summary>
    Linear,

    /// <summary>Their logarithms uniformly.</summary>
    Log,
}
