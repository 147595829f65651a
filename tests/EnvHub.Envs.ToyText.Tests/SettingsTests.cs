using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace EnvHub.Envs.ToyText.Tests;

public sealed class SettingsTests
{
    [TestCase(typeof(FrozenLakeSettings), """{ "desc": [] }""")]
    [TestCase(typeof(FrozenLakeSettings), """{ "desc": ["SF", "G"] }""")]
    [TestCase(typeof(FrozenLakeSettings), """{ "desc": ["SX", "FG"] }""")]
    [TestCase(typeof(FrozenLakeSettings), """{ "desc": ["FF", "FG"] }""")]
    [TestCase(typeof(FrozenLakeSettings), """{ "reward_schedule": [1, 0] }""")]
    [TestCase(typeof(FrozenLakeSettings), """{ "reward_schedule": [1, 0, 0, 0] }""")]
    [TestCase(typeof(FrozenLakeSettings), """{ "map_name": null, "map_p": 0 }""")]
    [TestCase(typeof(FrozenLakeSettings), """{ "success_rate": 1.1 }""")]
    [TestCase(typeof(TaxiSettings), """{ "rainy_probability": -0.1 }""")]
    [TestCase(typeof(CliffWalkingSettings), """{ "max_episode_steps": 0 }""")]
    public void Validate_BadSettings_HasFaults(Type settings, string json) => Assert.That(Faults(JsonSerializer.Deserialize(json, settings)!), Is.Not.Empty);

    [TestCase(typeof(FrozenLakeSettings), "{}")]
    [TestCase(typeof(FrozenLake8x8Settings), "{}")]
    [TestCase(typeof(CliffWalkingSettings), "{}")]
    [TestCase(typeof(CliffWalkingSlipperySettings), "{}")]
    [TestCase(typeof(TaxiSettings), "{}")]
    [TestCase(typeof(BlackjackSettings), "{}")]
    [TestCase(typeof(FrozenLakeSettings), """{ "map_name": null }""")]
    [TestCase(typeof(FrozenLakeSettings), """{ "map_name": "8x8", "reward_schedule": [1, -1, 0] }""")]
    [TestCase(typeof(FrozenLakeSettings), """{ "desc": ["SFFH", "FFFG"] }""")]
    public void Validate_GoodSettings_HasNoFault(Type settings, string json) => Assert.That(Faults(JsonSerializer.Deserialize(json, settings)!), Is.Empty);

    [Test]
    public void Of_UsualRewardsWrittenOut_KeepsTheReferenceScores() =>
        Assert.That(FrozenLakeSpec.Of(new FrozenLakeSettings { RewardSchedule = [1, 0, 0] }, isLarge: false).ReferenceScores, Is.Not.Null);

    [Test]
    public void Of_ChangedSettings_HasNoReferenceScores()
    {
        Assert.That(FrozenLakeSpec.Of(new FrozenLakeSettings { IsSlippery = false }, isLarge: false).ReferenceScores, Is.Null);
        Assert.That(TaxiSpec.Of(new TaxiSettings { IsRainy = true }).ReferenceScores, Is.Null);
    }

    private static List<ValidationResult> Faults(object settings)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(settings, new ValidationContext(settings), faults, validateAllProperties: true);
        return faults;
    }
}
