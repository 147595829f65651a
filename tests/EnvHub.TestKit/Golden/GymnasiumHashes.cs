using System.Text.Json;

namespace EnvHub.TestKit;

/// <summary>Trajectories of the real Gymnasium under settings that no recording has; see <c>EnvHub.Evaluation.TrajectoryHash</c> for the rule.</summary>
public static class GymnasiumHashes
{
    private const string Program = """
        import hashlib, json, struct, sys
        import gymnasium, numpy
        from gymnasium.envs.toy_text.frozen_lake import generate_random_map

        def trajectory(case, seed, steps):
            arguments = dict(case.get("arguments", {}))
            if "map" in case: arguments["desc"] = generate_random_map(**case["map"])
            env = gymnasium.make(case["id"], disable_env_checker=True, **arguments)
            for name, value in case.get("attributes", {}).items(): setattr(env.unwrapped, name, value)
            if case["id"].startswith("CartPole"):  # what its constructor derives
                pole = env.unwrapped
                pole.total_mass, pole.polemass_length = pole.masspole + pole.masscart, pole.masspole * pole.length
            digest = hashlib.sha256()
            see = lambda observation: digest.update(numpy.asarray(observation, dtype="<f8").tobytes())
            env.action_space.seed(seed)
            see(env.reset(seed=seed, options=case.get("options"))[0])
            for _ in range(steps):
                observation, reward, terminated, truncated, _ = env.step(env.action_space.sample())
                see(observation)
                digest.update(struct.pack("<d??", float(reward), terminated, truncated))
                if terminated or truncated: see(env.reset(options=case.get("options"))[0])
            return digest.hexdigest()

        print(json.dumps([trajectory(case, int(sys.argv[1]), int(sys.argv[2])) for case in json.loads(sys.argv[3])]))
        """;

    /// <summary>The SHA-256 of each case's trajectory.</summary>
    /// <param name="cases">JSON objects: <c>id</c>; keyword <c>arguments</c>; <c>attributes</c> to set afterwards,
    /// from which a cart-pole's derived ones are built again; <c>options</c> of every
    /// reset; <c>map</c>, the arguments of a random frozen lake.</param>
    public static IReadOnlyList<string> Compute(IEnumerable<string> cases, ulong seed, int steps) =>
        JsonSerializer.Deserialize<string[]>(RealPython.Run(Program, $"{seed}", $"{steps}", $"[{string.Join(',', cases)}]"))!;
}
