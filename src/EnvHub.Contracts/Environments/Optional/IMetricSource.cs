namespace EnvHub.Contracts;

/// <summary>A vector environment that counts events worth a place in a trial's record, e.g. restarts of its processes.</summary>
public interface IMetricSource
{
    /// <summary>Counts since the environment was made, by name; names are constant. May allocate: it is not asked at every step.</summary>
    IReadOnlyDictionary<string, long> Counters { get; }
}
