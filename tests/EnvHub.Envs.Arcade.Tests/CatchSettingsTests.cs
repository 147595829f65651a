using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace EnvHub.Envs.Arcade.Tests;

public class CatchSettingsTests
{
    [TestCase("""{ "balls": 0 }""")]
    [TestCase("""{ "ball_speed": 9 }""")]
    [TestCase("""{ "max_drift": -1 }""")]
    [TestCase("""{ "paddle_speed": 0 }""")]
    [TestCase("""{ "paddle_width": 85 }""")]
    public void Validate_BadSettings_HasFaults(string json) => Assert.That(Faults(json), Is.Not.Empty);

    [TestCase("{}")]
    [TestCase("""{ "paddle_width": 84, "balls": 1000 }""")]
    public void Validate_GoodSettings_HasNoFault(string json) => Assert.That(Faults(json), Is.Empty);

    [Test]
    public void Of_ChangedSettings_HasNoReferenceScores() => Assert.That(CatchSpec.Of(new() { Balls = 6 }).ReferenceScores, Is.Null);

    [Test]
    public void Of_AnotherLimit_KeepsTheReferenceScores() => Assert.That(CatchSpec.Of(new() { MaxEpisodeSteps = 50 }).ReferenceScores, Is.Not.Null);

    private static List<ValidationResult> Faults(string json)
    {
        var (settings, faults) = (JsonSerializer.Deserialize<CatchSettings>(json)!, new List<ValidationResult>());
        Validator.TryValidateObject(settings, new ValidationContext(settings), faults, validateAllProperties: true);
        return faults;
    }
}
