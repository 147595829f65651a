using System.Text.Json;

namespace EnvHub.Envs.ToyText.Tests;

/// <summary>Settings that no recording has, against the real Gymnasium, bit for bit.</summary>
public sealed class RealGymnasiumTests
{
    [TestCaseSource(nameof(Indices))]
    public void Step_OtherSettings_GiveGymnasiumsHash(int index) => Cases.AssertSame(index);

    [TestCase(8, 0.8, 0UL)]
    [TestCase(4, 0.5, 3UL)]
    [TestCase(12, 0.65, 12345678901234567890UL)]
    public void Of_RandomMap_IsGymnasiums(int size, double frozen, ulong seed)
    {
        string[] map = JsonSerializer.Deserialize<string[]>(RealPython.Run(
            "import json, sys; from gymnasium.envs.toy_text.frozen_lake import generate_random_map; " +
            "print(json.dumps(generate_random_map(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))))",
            $"{size}", FormattableString.Invariant($"{frozen}"), $"{seed}"))!;
        using var lake = new FrozenLake(count: 1, new FrozenLakeSettings { MapName = null, MapSize = size, MapFrozen = frozen, MapSeed = seed });
        Assert.That(lake.Map, Is.EqualTo(map));
    }

    private static IEnumerable<TestCaseData> Indices() => Cases.Indices();

    private static readonly GymnasiumCases Cases = new(
    [
        ("""{"id": "FrozenLake-v1", "arguments": {"is_slippery": false}}""", () => new FrozenLake(1, new() { IsSlippery = false })),
        ("""{"id": "FrozenLake-v1", "arguments": {"success_rate": 0.75}}""", () => new FrozenLake(1, new() { SuccessRate = 0.75 })),
        ("""{"id": "FrozenLake-v1", "arguments": {"success_rate": 0}}""", () => new FrozenLake(1, new() { SuccessRate = 0 })),
        ("""{"id": "FrozenLake-v1", "arguments": {"success_rate": 1}}""", () => new FrozenLake(1, new() { SuccessRate = 1 })),
        ("""{"id": "FrozenLake-v1", "arguments": {"map_name": "8x8"}}""", () => new FrozenLake(1, new() { MapName = FrozenLakeMapName.EightByEight })),
        ("""{"id": "FrozenLake-v1", "arguments": {"reward_schedule": [2.5, -1, -0.25]}}""", () => new FrozenLake(1, new() { RewardSchedule = [2.5, -1, -0.25] })),
        ("""{"id": "FrozenLake-v1", "arguments": {"desc": ["SFS", "FHF", "FSG"]}}""", () => new FrozenLake(1, new() { Map = ["SFS", "FHF", "FSG"] })),
        ("""{"id": "FrozenLake-v1", "arguments": {"desc": ["SFFFFG", "HFFHFF"], "is_slippery": false}}""",
            () => new FrozenLake(1, new() { Map = ["SFFFFG", "HFFHFF"], IsSlippery = false })),
        ("""{"id": "FrozenLake-v1", "map": {"size": 6, "p": 0.7, "seed": 5}}""",
            () => new FrozenLake(1, new() { MapName = null, MapSize = 6, MapFrozen = 0.7, MapSeed = 5 })),
        ("""{"id": "CliffWalking-v1", "arguments": {"is_slippery": true, "max_episode_steps": 70}}""",
            () => new CliffWalking(1, new() { IsSlippery = true, MaxEpisodeSteps = 70 })),
        ("""{"id": "Taxi-v4", "arguments": {"is_rainy": true}}""", () => new Taxi(1, new() { IsRainy = true })),
        ("""{"id": "Taxi-v4", "arguments": {"is_rainy": true, "rainy_probability": 0.35}}""", () => new Taxi(1, new() { IsRainy = true, RainyProbability = 0.35 })),
        ("""{"id": "Taxi-v4", "arguments": {"fickle_passenger": true}}""", () => new Taxi(1, new() { FicklePassenger = true })),
        ("""{"id": "Taxi-v4", "arguments": {"fickle_passenger": true, "fickle_probability": 0.9, "is_rainy": true, "max_episode_steps": 1000}}""",
            () => new Taxi(1, new() { FicklePassenger = true, FickleProbability = 0.9, IsRainy = true, MaxEpisodeSteps = 1000 })),
        ("""{"id": "Blackjack-v1", "arguments": {"sab": false}}""", () => new Blackjack(1, new() { SuttonBarto = false })),
        ("""{"id": "Blackjack-v1", "arguments": {"sab": false, "natural": true}}""", () => new Blackjack(1, new() { SuttonBarto = false, Natural = true })),
        ("""{"id": "Blackjack-v1", "arguments": {"natural": true}}""", () => new Blackjack(1, new() { Natural = true })),
    ]);
}
