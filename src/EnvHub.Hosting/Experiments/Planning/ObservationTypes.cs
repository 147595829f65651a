namespace EnvHub.Hosting;

/// <summary>Says where the float32 elements that learners get hold less than an environment's own numbers.</summary>
internal static class ObservationTypes
{
    // Beyond this, float32 does not hold every integer.
    private const double LastExact = 1 << 24;

    /// <summary>What the user should be told; null where nothing is lost.</summary>
    public static string? Warning(EnvironmentSpec environment)
    {
        var lost = Leaves(environment.ObservationSpace).OfType<IBoxSpace>().Select(Loss).OfType<string>().Distinct().ToList();
        return lost.Count == 0 ? null : $"{environment.Id}: {string.Join("; ", lost)}.";
    }

    private static string? Loss(IBoxSpace box) => box.ElementType switch
    {
        ElementType.Float64 => "its float64 observations are rounded to float32, about seven digits",
        ElementType.Int32 or ElementType.Int64 or ElementType.UInt32 or ElementType.UInt64 when IsWide(box) =>
            "its observations may be integers beyond 2^24; those that float32 does not hold end the trial with an error",
        _ => null,
    };

    private static bool IsWide(IBoxSpace box) =>
        Enumerable.Range(0, ((Space)box).ElementSize).Any(i => box.LowAt(i) < -LastExact || box.HighAt(i) > LastExact);

    private static IEnumerable<Space> Leaves(Space space) => space switch
    {
        DictSpace dict => dict.Spaces.SelectMany(Leaves),
        TupleSpace tuple => tuple.Spaces.SelectMany(Leaves),
        _ => [space],
    };
}
