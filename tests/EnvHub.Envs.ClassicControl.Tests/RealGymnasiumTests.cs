namespace EnvHub.Envs.ClassicControl.Tests;

/// <summary>Settings that no recording has, against the real Gymnasium, bit for bit.</summary>
public sealed class RealGymnasiumTests
{
    [TestCaseSource(nameof(Indices))]
    public void Step_OtherSettings_GiveGymnasiumsHash(int index) => Cases.AssertSame(index);

    private static IEnumerable<TestCaseData> Indices() => Cases.Indices();

    private static readonly GymnasiumCases Cases = new(
    [
        ("""{"id": "CartPole-v1", "arguments": {"sutton_barto_reward": true}}""", () => new CartPole(1, new() { SuttonBartoReward = true })),
        ("""{"id": "CartPole-v1", "attributes": {"gravity": 3.7, "force_mag": 7, "tau": 0.013}}""",
            () => new CartPole(1, new() { Gravity = 3.7, Force = 7, TimeStep = 0.013 })),
        ("""{"id": "CartPole-v1", "attributes": {"length": 1.5}}""", () => new CartPole(1, new() { HalfLength = 1.5 })),
        ("""{"id": "CartPole-v1", "attributes": {"length": 0.27, "masspole": 0.31, "masscart": 1.7, "gravity": 17.3}}""",
            () => new CartPole(1, new() { HalfLength = 0.27, PoleMass = 0.31, CartMass = 1.7, Gravity = 17.3 })),
        ("""{"id": "CartPole-v1", "attributes": {"force_mag": -12.5}}""", () => new CartPole(1, new() { Force = 12.5, ForceSign = -1 })),
        ("""{"id": "MountainCar-v0", "arguments": {"goal_velocity": 0.01}, "attributes": {"force": 0.0031, "gravity": 0.0021}}""",
            () => new MountainCar(1, new() { GoalVelocity = 0.01, Force = 0.0031, Gravity = 0.0021 })),
        ("""{"id": "MountainCar-v0", "attributes": {"force": -0.0008}}""", () => new MountainCar(1, new() { Force = 0.0008, ForceSign = -1 })),
        ("""{"id": "Acrobot-v1", "attributes": {"AVAIL_TORQUE": [1.5, 0, -1.5]}}""", () => new Acrobot(1, new() { Torque = 1.5, TorqueSign = -1 })),
        ("""{"id": "Acrobot-v1", "attributes": {"LINK_MASS_2": 0.7, "LINK_COM_POS_1": 0.4, "dt": 0.1, "book_or_nips": "nips"}}""",
            () => new Acrobot(1, new() { LinkMass2 = 0.7, LinkComPos1 = 0.4, TimeStep = 0.1, BookOrNips = AcrobotEquations.Nips })),
        ("""{"id": "Pendulum-v1", "arguments": {"g": 9.81}}""", () => new Pendulum(1, new() { Gravity = 9.81 })),
        ("""{"id": "Pendulum-v1", "attributes": {"m": 0.37, "l": 1.3, "dt": 0.031, "max_speed": 3.3}}""",
            () => new Pendulum(1, new() { Mass = 0.37, Length = 1.3, TimeStep = 0.031, MaxSpeed = 3.3 })),
        ("""{"id": "Pendulum-v1", "options": {"x_init": 0.7, "y_init": 2.9}, "arguments": {"max_episode_steps": 90}}""",
            () => new Pendulum(1, new() { InitialAngleMax = 0.7, InitialVelocityMax = 2.9, MaxEpisodeSteps = 90 })),
        ("""{"id": "MountainCarContinuous-v0", "attributes": {"power": 0.0113}}""", () => new MountainCarContinuous(1, new() { Power = 0.0113 })),
        ("""{"id": "MountainCarContinuous-v0", "arguments": {"goal_velocity": 0.03}, "attributes": {"power": 0.009, "max_speed": 0.05, "goal_position": 0.2}}""",
            () => new MountainCarContinuous(1, new() { GoalVelocity = 0.03, Power = 0.009, MaxSpeed = 0.05, GoalPosition = 0.2 })),
        ("""{"id": "MountainCarContinuous-v0", "options": {"low": -1.1, "high": -0.9}, "attributes": {"min_position": -1.13, "max_position": 0.31, "goal_position": 0.31, "power": 0.004}}""",
            () => new MountainCarContinuous(1, new() { MinPositionStart = -1.1, MaxPositionStart = -0.9, MinPosition = -1.13, MaxPosition = 0.31, GoalPosition = 0.31, Power = 0.004 })),
    ]);
}
