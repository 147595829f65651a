using System.ComponentModel.DataAnnotations;

namespace EnvHub.Envs.ToyText;

/// <summary>What no single range shows about a frozen lake's settings.</summary>
internal static class FrozenLakeFaults
{
    private const int Longest = 100;
    private const string Letters = "SFHG";

    public static IEnumerable<ValidationResult> Of(FrozenLakeSettings settings)
    {
        if (settings.RewardSchedule.Count != 3)
            yield return new Refused("3 numbers: goal, hole, ice",
                $"reward_schedule has {settings.RewardSchedule.Count} numbers; it must have 3: goal, hole, ice.", nameof(settings.RewardSchedule));
        if (settings.Map is { } map && OfMap(map) is { } fault) yield return new Refused($"1 to {Longest} rows of as many letters each, of {Letters}, with a start S", fault, nameof(settings.Map));
        if (settings is { Map: null, MapName: null } && FrozenLakeMap.TryGenerate(settings) is null)
            yield return new Refused("a map_p and map_size that give a way from start to goal",
                $"None of {FrozenLakeMap.Attempts} maps had a way from start to goal; raise map_p or lower map_size.", nameof(settings.MapFrozen));
    }

    private static string? OfMap(IReadOnlyList<string> map)
    {
        if (map.Count is 0 or > Longest) return $"desc has {map.Count} rows; it must have 1 to {Longest}.";
        if (map[0].Length is 0 or > Longest) return $"desc has {map[0].Length} columns; it must have 1 to {Longest}.";
        for (int row = 0; row < map.Count; row++)
        {
            if (map[row].Length != map[0].Length)
                return $"desc's row {row} has {map[row].Length} letters and row 0 has {map[0].Length}; they must have as many.";
            int bad = map[row].AsSpan().IndexOfAnyExcept(Letters);
            if (bad >= 0) return $"desc's row {row} has the letter '{map[row][bad]}'; it may have S (start), F (frozen), H (hole) and G (goal).";
        }
        return map.Any(row => row.Contains('S', StringComparison.Ordinal)) ? null : "desc has no S; it must have a start.";
    }
}
