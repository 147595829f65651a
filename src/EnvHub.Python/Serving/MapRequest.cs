namespace EnvHub.Python;

/// <summary>Which memory a client has made: the second line that it sends.</summary>
/// <param name="Path">The region's file.</param>
/// <param name="Spin">How long to spin before sleeping at the doorbell.</param>
internal sealed record MapRequest(string Path, TimeSpan Spin)
{
    // More would burn a core for nothing.
    private const double LongestSpin = 1_000_000;

    /// <summary>Reads <c>{"map": PATH, "spinMicroseconds": 0}</c>; the spin may be left out.</summary>
    /// <exception cref="HubException">EH4650 it is not of that form.</exception>
    public static MapRequest Read(string line) => JsonMessage.Read(line, json =>
    {
        double spin = (double?)json["spinMicroseconds"] ?? 0;
        return spin is >= 0 and <= LongestSpin ? new MapRequest(JsonMessage.Text(json, "map"), TimeSpan.FromMicroseconds(spin))
            : throw new FormatException($"'spinMicroseconds' is not in [0, {LongestSpin}]");
    }, fault => ServingErrors.BadRequest(line, fault));
}
