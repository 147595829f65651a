using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace EnvHub.Envs.ClassicControl.Tests;

/// <summary>Every declared setting has a name, a range and an effect. A setting that rebuilds no derived constant would have none.</summary>
public sealed class SettingsTests
{
    [TestCaseSource(nameof(SettingCases))]
    public void Create_SettingChanged_ChangesTheTrajectory(Type settings, string name, string without, string with)
    {
        using Rollout usual = Rollout.Of(Create(Settings(settings, without)), seed: 7);
        using Rollout changed = Rollout.Of(Create(Settings(settings, with)), seed: 7);
        Assert.That(changed.Record(steps: 600)[0].SequenceEqual(usual.Record(steps: 600)[0]), Is.False, name);
    }

    [TestCase(typeof(CartPoleSettings))]
    [TestCase(typeof(MountainCarSettings))]
    [TestCase(typeof(AcrobotSettings))]
    [TestCase(typeof(PendulumSettings))]
    [TestCase(typeof(MountainCarContinuousSettings))]
    public void Settings_EveryNumber_HasARange(Type settings) => Assert.That(settings.GetProperties()
        .Where(p => p.PropertyType == typeof(double) && p.GetCustomAttribute<RangeAttribute>() is null), Is.Empty);

    [TestCase(typeof(CartPoleSettings))]
    [TestCase(typeof(MountainCarSettings))]
    [TestCase(typeof(AcrobotSettings))]
    [TestCase(typeof(PendulumSettings))]
    [TestCase(typeof(MountainCarContinuousSettings))]
    public void Changes_EveryProperty_AreListed(Type settings) =>
        Assert.That(Changes(settings).Select(c => c.Name), Is.EquivalentTo(settings.GetProperties()
            .Select(p => p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? $"{p.Name} has no JSON name")));

    [TestCase(typeof(CartPoleSettings), """{ "initial_state_lower": 0.1 }""")]
    [TestCase(typeof(CartPoleSettings), """{ "max_episode_steps": 0 }""")]
    [TestCase(typeof(CartPoleSettings), """{ "masspole": 0 }""")]
    [TestCase(typeof(CartPoleSettings), """{ "force_mag": -101 }""")]
    [TestCase(typeof(CartPoleSettings), """{ "force_sign": 0 }""")]
    [TestCase(typeof(MountainCarSettings), """{ "goal_position": 0.7 }""")]
    [TestCase(typeof(MountainCarSettings), """{ "min_position": 0.6 }""")]
    [TestCase(typeof(MountainCarSettings), """{ "max_velocity_start": -0.01 }""")]
    [TestCase(typeof(AcrobotSettings), """{ "INITIAL_ANGLE_LOWER": 0.2 }""")]
    [TestCase(typeof(AcrobotSettings), """{ "INITIAL_VELOCITY_UPPER": 3, "MAX_VEL_1": 1.5 }""")]
    [TestCase(typeof(PendulumSettings), """{ "initial_velocity_max": 9 }""")]
    [TestCase(typeof(PendulumSettings), """{ "l": 0 }""")]
    [TestCase(typeof(MountainCarContinuousSettings), """{ "goal_velocity": 0.08 }""")]
    [TestCase(typeof(MountainCarContinuousSettings), """{ "goal_position": 0.7 }""")]
    public void Validate_BadSettings_HasFaults(Type settings, string json) => Assert.That(Faults(Settings(settings, json)), Is.Not.Empty);

    [TestCase(typeof(CartPoleSettings))]
    [TestCase(typeof(MountainCarSettings))]
    [TestCase(typeof(AcrobotSettings))]
    [TestCase(typeof(PendulumSettings))]
    [TestCase(typeof(MountainCarContinuousSettings))]
    public void Validate_Defaults_HasNoFault(Type settings) => Assert.That(Faults(Settings(settings, "{}")), Is.Empty);

    [Test]
    public void Deserialize_Equations_TakesGymnasiumsWord() =>
        Assert.That(((AcrobotSettings)Settings(typeof(AcrobotSettings), """{ "book_or_nips": "nips" }""")).BookOrNips,
            Is.EqualTo(AcrobotEquations.Nips));

    [Test]
    public void Validate_BadPair_NamesBothAsUsersWriteThem() => Assert.That(
        Faults(new CartPoleSettings { InitialStateLower = 0.1 }).Single().ErrorMessage,
        Is.EqualTo("initial_state_lower is 0.1 and initial_state_upper is 0.05; the first may not exceed the second."));

    [Test]
    public void Of_ChangedSettings_HasNoReferenceScores() =>
        Assert.That(CartPoleSpec.Of(new CartPoleSettings { Gravity = 12 }, version: 1).ReferenceScores, Is.Null);

    private static IEnumerable<object[]> SettingCases() =>
        from type in (Type[])[typeof(CartPoleSettings), typeof(MountainCarSettings), typeof(AcrobotSettings), typeof(PendulumSettings), typeof(MountainCarContinuousSettings)]
        from change in Changes(type)
        let others = change.With.Length == 0 ? "" : $"{change.With}, "
        select new object[] { type, change.Name, $$"""{ {{change.With}} }""", $$"""{ {{others}}"{{change.Name}}": {{change.Value}} }""" };

    // With: another setting without which the change could not show.
    private static IEnumerable<(string Name, string Value, string With)> Changes(Type settings) => settings.Name switch
    {
        nameof(CartPoleSettings) =>
        [
            ("max_episode_steps", "5", ""), ("sutton_barto_reward", "true", ""), ("gravity", "9.9", ""), ("masscart", "10", ""), ("masspole", "0.2", ""),
            ("length", "0.6", ""), ("force_mag", "-10", ""), ("force_sign", "-1", ""), ("tau", "0.03", ""), ("initial_state_lower", "-0.04", ""), ("initial_state_upper", "0.06", ""),
        ],
        nameof(MountainCarSettings) =>
        [
            ("max_episode_steps", "5", ""), ("goal_velocity", "1", "\"goal_position\": -0.4"), ("min_position", "-0.61", ""), ("max_position", "-0.39", "\"goal_position\": -0.39"),
            ("max_speed", "0.001", ""), ("goal_position", "-0.4", ""), ("force", "0.002", ""), ("force_sign", "-1", ""), ("gravity", "0.003", ""),
            ("min_position_start", "-0.55", ""), ("max_position_start", "-0.45", ""), ("min_velocity_start", "-0.01", ""), ("max_velocity_start", "0.01", ""),
        ],
        nameof(PendulumSettings) =>
        [
            ("max_episode_steps", "5", ""), ("g", "9.8", ""), ("m", "1.1", ""), ("l", "1.1", ""), ("dt", "0.04", ""), ("max_speed", "2", ""), ("max_torque", "1.5", ""),
            ("initial_angle_max", "3", ""), ("initial_velocity_max", "2", ""),
        ],
        nameof(MountainCarContinuousSettings) =>
        [
            ("max_episode_steps", "5", ""), ("goal_velocity", "0.07", "\"goal_position\": -0.4"), ("min_position", "-0.61", ""), ("max_position", "-0.39", "\"goal_position\": -0.39"),
            ("max_speed", "0.001", ""), ("goal_position", "-0.4", ""), ("power", "0.002", ""), ("gravity", "0.003", ""),
            ("min_position_start", "-0.55", ""), ("max_position_start", "-0.45", ""), ("min_velocity_start", "-0.01", ""), ("max_velocity_start", "0.01", ""),
        ],
        _ =>
        [
            ("max_episode_steps", "5", ""), ("book_or_nips", "\"nips\"", ""), ("LINK_LENGTH_1", "1.1", ""), ("LINK_MASS_1", "1.1", ""), ("LINK_MASS_2", "1.1", ""),
            ("LINK_COM_POS_1", "0.6", ""), ("LINK_COM_POS_2", "0.6", ""), ("LINK_MOI", "1.1", ""), ("MAX_VEL_1", "1.3", ""), ("MAX_VEL_2", "2.9", ""),
            ("torque_noise_max", "0.1", ""), ("torque", "-1", ""), ("torque_sign", "-1", ""), ("gravity", "9.9", ""), ("dt", "0.1", ""), ("INITIAL_ANGLE_LOWER", "-0.2", ""),
            ("INITIAL_ANGLE_UPPER", "0.2", ""), ("INITIAL_VELOCITY_LOWER", "-0.2", ""), ("INITIAL_VELOCITY_UPPER", "0.2", ""),
        ],
    };

    private static EnvironmentSettings Settings(Type type, string json) => (EnvironmentSettings)JsonSerializer.Deserialize(json, type)!;

    private static IVectorEnvironment Create(EnvironmentSettings settings) => settings switch
    {
        CartPoleSettings cartPole => new CartPole(count: 1, cartPole),
        MountainCarSettings mountainCar => new MountainCar(count: 1, mountainCar),
        PendulumSettings pendulum => new Pendulum(count: 1, pendulum),
        MountainCarContinuousSettings mountainCar => new MountainCarContinuous(count: 1, mountainCar),
        _ => new Acrobot(count: 1, (AcrobotSettings)settings),
    };

    private static List<ValidationResult> Faults(EnvironmentSettings settings)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(settings, new ValidationContext(settings), faults, validateAllProperties: true);
        return faults;
    }
}
