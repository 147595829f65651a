namespace EnvHub.Envs.ClassicControl.Tests;

/// <summary>Actions beyond the action space, which Gymnasium clips, and runs that meet goals, walls and speed limits: random actions inside
/// the space do neither. Against the real Gymnasium, bit for bit.</summary>
public sealed class ClippedActionTests
{
    private const ulong Seed = 5;

    // Half the pushes go along the velocity, so that the car comes up; the others drive it into the wall.
    private const string Program = """
        import json, gymnasium, numpy

        def bits(values): return [int(b) for b in numpy.asarray(values, dtype=numpy.float32).view(numpy.uint32)]

        def trace(id, limit, seed):
            env = gymnasium.make(id, disable_env_checker=True)
            random = numpy.random.default_rng(seed)
            observation = env.reset(seed=seed)[0]
            entries = [{"reset": bits(observation)}]
            for step in range(4000):
                push = random.uniform(0.2, limit) * (1 if observation[-1] >= 0 else -1)
                if step // 500 % 2: push = random.uniform(-limit, limit / 4)
                action = numpy.array([push], dtype=numpy.float32)
                observation, reward, terminated, truncated, _ = env.step(action)
                entries.append([bits(action), bits(observation), float(reward).hex(), int(terminated), int(truncated)])
                if terminated or truncated:
                    observation = env.reset()[0]
                    entries.append({"reset": bits(observation)})
            return {"traces": {str(seed): entries}}

        print(json.dumps({"envs": {id: trace(id, limit, 5) for id, limit in [("Pendulum-v1", 5), ("MountainCarContinuous-v0", 2)]}}))
        """;

    private static readonly Lazy<GoldenFile> Real = new(() => GoldenFile.Parse(RealPython.Run(Program)));

    [Test]
    public void Step_PendulumsActionsBeyondTheSpace_GivesGymnasiumsBits()
    {
        using var environment = new Pendulum(count: 1);
        GoldenTrace.AssertReproduced(environment, Seed, Real.Value.Traces("Pendulum-v1")[Seed]);
    }

    [Test]
    public void Step_CarsActionsBeyondTheSpace_GivesGymnasiumsBits()
    {
        var trace = Real.Value.Traces("MountainCarContinuous-v0")[Seed];
        Assert.That(trace.Count(step => step.Terminated), Is.AtLeast(10), "the trace must meet the goal");
        using var environment = new MountainCarContinuous(count: 1);
        GoldenTrace.AssertReproduced(environment, Seed, trace);
    }
}
