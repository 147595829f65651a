using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>Draws a family's members. Each setting of each member has a random stream of its own, named by the environment, the list, the
/// member's number and the setting, so that neither other members nor other settings or families change it.</summary>
/// <remarks>No two members are equal: one that equals an earlier one is drawn again from its own streams, the train members first. That
/// matters only where every setting has few values.</remarks>
internal sealed class FamilyMembers
{
    public const string TrainList = "train", HeldOutList = "held-out";

    // Where the last of all values is a rare one it takes long to be drawn; where there is none left, it takes forever.
    private const int AttemptsPerMember = 1000;

    private readonly RandomStreams _streams;
    private readonly IReadOnlyList<SettingRange> _ranges;
    private readonly JsonObject _fixed;
    private readonly HashSet<string> _drawn = [];

    /// <param name="environment">The environment's full id.</param>
    /// <param name="fixedSettings">What all members have.</param>
    public FamilyMembers(ulong seed, string environment, IReadOnlyList<SettingRange> ranges, JsonObject fixedSettings) =>
        (_streams, _ranges, _fixed) = (new RandomStreams(seed).Scope("family").Scope(environment), ranges, fixedSettings);

    /// <summary>How many different members there can be at most.</summary>
    public double Different => _ranges.Aggregate(1.0, (product, range) => product * range.Values);

    /// <summary>The name of a member; numbers start at 1.</summary>
    public static string Name(string family, string list, int number) => string.Create(CultureInfo.InvariantCulture, $"{family}/{list}-{number:00}");

    /// <summary>The settings of the next <paramref name="count"/> members of a list; each list is drawn once.</summary>
    /// <param name="count">Together with all that was drawn at most <see cref="Different"/>.</param>
    /// <returns>Fewer where the ranges hold no more that differ.</returns>
    public IEnumerable<JsonElement> Draw(string list, int count)
    {
        var streams = _streams.Scope(list);
        for (int number = 1; number <= count; number++)
        {
            RandomGenerator[] random = [.. _ranges.Select(range => streams.Generator(range.Name, number))];
            if (DrawNew(random) is not { } values) yield break;
            yield return Settings(values);
        }
    }

    private JsonNode[]? DrawNew(RandomGenerator[] random)
    {
        for (int left = AttemptsPerMember * (_drawn.Count + 1); left > 0; left--)
        {
            JsonNode[] values = [.. _ranges.Select((range, index) => range.Draw(random[index]))];
            if (_drawn.Add(string.Join(' ', values.Select(value => value.ToJsonString())))) return values;
        }
        return null;
    }

    private JsonElement Settings(JsonNode[] values)
    {
        var settings = (JsonObject)_fixed.DeepClone();
        for (int i = 0; i < values.Length; i++) _ranges[i].Assign(settings, values[i]);
        return JsonSerializer.SerializeToElement(settings);
    }
}
