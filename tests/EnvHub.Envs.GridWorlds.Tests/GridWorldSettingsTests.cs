using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace EnvHub.Envs.GridWorlds.Tests;

public class GridWorldSettingsTests
{
    [TestCase("""{ "loops": -1 }""")]
    [TestCase("""{ "loops": 10 }""")]
    public void Validate_BadSettings_HasFaults(string json) => Assert.That(Faults(json), Is.Not.Empty);

    [TestCase("{}")]
    [TestCase("""{ "mazes": "held_out", "loops": 9 }""")]
    public void Validate_GoodSettings_HasNoFault(string json) => Assert.That(Faults(json), Is.Empty);

    [Test]
    public void Of_ChangedSettings_HasNoReferenceScores() => Assert.That(
        new[] { MazeSpec.Of(new() { Loops = 0 }).ReferenceScores, GraspSpec.Of(new() { RandomTray = false }).ReferenceScores }, Has.All.Null);

    [Test]
    public void Of_OtherMazesOfTheKind_KeepsTheReferenceScores() => Assert.That(MazeSpec.Of(new() { Mazes = MazeSelection.HeldOut }).ReferenceScores, Is.Not.Null);

    private static List<ValidationResult> Faults(string json)
    {
        var (settings, faults) = (JsonSerializer.Deserialize<MazeSettings>(json)!, new List<ValidationResult>());
        Validator.TryValidateObject(settings, new ValidationContext(settings), faults, validateAllProperties: true);
        return faults;
    }
}
