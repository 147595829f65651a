using System.Globalization;
using System.Text.Json;

namespace EnvHub.TestKit;

/// <summary>Trajectories recorded from another implementation: <c>envs.&lt;id&gt;.traces.&lt;seed&gt;</c> and
/// <c>envs.&lt;id&gt;.sha256_2000_steps.&lt;seed&gt;</c>. Observations are bit patterns of float32 or integers,
/// rewards C99 hexadecimal doubles.</summary>
public sealed class GoldenFile
{
    private readonly JsonElement _environments;

    private GoldenFile(JsonElement root) => _environments = root.GetProperty("envs");

    /// <summary>Steps that each recorded hash covers.</summary>
    public const int HashedSteps = 2000;

    /// <summary>Reads a fixture that is copied beside the tests.</summary>
    /// <param name="path">Relative to the test assembly, e.g. <c>Fixtures/gymnasium.json</c>.</param>
    public static GoldenFile Load(string path) => Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path)));

    /// <summary>Reads recordings from JSON.</summary>
    public static GoldenFile Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(document.RootElement.Clone());
    }

    /// <summary>The recorded hashes of an environment, by seed; see <c>EnvHub.Evaluation.TrajectoryHash</c> for the rule.</summary>
    public IReadOnlyDictionary<ulong, string> Hashes(string id) => _environments.GetProperty(id).GetProperty("sha256_2000_steps")
        .EnumerateObject().ToDictionary(p => ulong.Parse(p.Name, CultureInfo.InvariantCulture), p => p.Value.GetString()!);

    /// <summary>The recorded traces of an environment, by seed.</summary>
    public IReadOnlyDictionary<ulong, IReadOnlyList<GoldenStep>> Traces(string id) => _environments.GetProperty(id).GetProperty("traces")
        .EnumerateObject().ToDictionary(p => ulong.Parse(p.Name, CultureInfo.InvariantCulture), p => Trace(p.Value));

    /// <summary>The id and seed of every recorded trace, as test cases.</summary>
    public IEnumerable<object[]> TraceCases() => Cases("traces");

    /// <summary>The id and seed of every recorded hash, as test cases.</summary>
    public IEnumerable<object[]> HashCases() => Cases("sha256_2000_steps");

    private IEnumerable<object[]> Cases(string record) =>
        from environment in _environments.EnumerateObject()
        from seed in environment.Value.GetProperty(record).EnumerateObject()
        select new object[] { environment.Name, ulong.Parse(seed.Name, CultureInfo.InvariantCulture) };

    private static IReadOnlyList<GoldenStep> Trace(JsonElement trace) => [.. trace.EnumerateArray().Select(Step)];

    private static GoldenStep Step(JsonElement item) => item.ValueKind == JsonValueKind.Object
        ? new GoldenStep { Observation = Bits(item.GetProperty("reset")) }
        : new GoldenStep
        {
            Action = item[0].ValueKind == JsonValueKind.Array ? Bits(item[0]) : [item[0].GetUInt32()],
            Observation = Bits(item[1]),
            Reward = HexDouble(item[2].GetString()!),
            Terminated = item[3].GetInt32() == 1,
            Truncated = item[4].GetInt32() == 1,
        };

    private static uint[] Bits(JsonElement values) => [.. values.EnumerateArray().Select(v => v.GetUInt32())];

    // "-0x1.8p+3" is -(1 + 8/16) x 2^3: the fraction's digits are the mantissa's, padded to 52 bits.
    private static double HexDouble(string text)
    {
        bool isNegative = text.StartsWith('-');
        string[] parts = text[(isNegative ? 3 : 2)..].Split('p');
        string[] digits = parts[0].Split('.');
        string fraction = digits.Length > 1 ? digits[1].PadRight(13, '0') : "0";
        double mantissa = double.Parse(digits[0], CultureInfo.InvariantCulture)
            + long.Parse(fraction, NumberStyles.HexNumber, CultureInfo.InvariantCulture) * (fraction.Length == 13 ? Math.ScaleB(1, -52) : 0);
        double value = Math.ScaleB(mantissa, int.Parse(parts[1], CultureInfo.InvariantCulture));
        return isNegative ? -value : value;
    }
}
