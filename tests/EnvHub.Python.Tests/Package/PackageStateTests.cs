namespace EnvHub.Python.Tests;

/// <summary>Copies and states, beside Gymnasium's own environments that go on from the same place.</summary>
[TestFixture]
public class PackageStateTests : PackageFixture
{
    // Ways to copy, and what an environment shows for given actions, over episodes' ends: resets draw from the generator.
    private const string Play = """
        import copy, pickle
        import cloudpickle, envhub, gymnasium, numpy
        ways = {"pickle": lambda env: pickle.loads(pickle.dumps(env)), "deepcopy": copy.deepcopy,
            "cloudpickle": lambda env: cloudpickle.loads(cloudpickle.dumps(env))}
        def plain(value):
            if isinstance(value, tuple): return tuple(plain(one) for one in value)
            value = numpy.asarray(value)
            return value.tobytes() if value.dtype != object else b"".join(plain(one) for one in value if one is not None)
        def play(env, actions):
            seen = []
            for action in actions:
                observation, reward, terminated, truncated, _ = env.step(action)
                seen.append(plain((observation, float(reward), bool(terminated), bool(truncated))))
                if terminated or truncated: seen.append(plain(env.reset()[0]))
            return seen
        def play_many(env, actions):
            return [plain(env.step(action)[:4]) for action in actions]

        """;

    [TestCase("CartPole-v1")]
    [TestCase("FrozenLake-v1")]
    [TestCase("Blackjack-v1")]
    [TestCase("Pendulum-v1")]
    public void Copy_EveryWayAmidAnEpisode_GoesOnAsGymnasiumsOwn(string id) => Assert.That(Run(Play + """
        ours, theirs = gymnasium.make("envhub/" + sys.argv[3]), gymnasium.make(sys.argv[3])
        theirs.action_space.seed(7)
        actions = [theirs.action_space.sample() for _ in range(310)]
        for env in (ours, theirs):
            env.reset(seed=5)
            play(env, actions[:7])
        copies = {name: way(ours) for name, way in ways.items()}
        samples = {plain(env.action_space.sample()) for env in (ours, *copies.values()) if env.action_space.seed(3) or True}
        expected = play(theirs, actions[7:])
        print([name for name, env in copies.items() if play(env, actions[7:]) != expected], play(ours, actions[7:]) == expected, len(samples))
        """, id), Is.EqualTo("[] True 1"));

    [TestCase("NextStep")]
    [TestCase("SameStep")]
    [TestCase("Disabled")]
    public void Copy_OfManyCopies_GoesOnAsGymnasiumsOwn(string autoresetMode) => Assert.That(Run(Play + """
        mode = gymnasium.vector.AutoresetMode(sys.argv[3])
        ours = gymnasium.make_vec("envhub/CartPole-v1", num_envs=3, autoreset_mode=mode)
        theirs = gymnasium.make_vec("CartPole-v1", num_envs=3, vectorization_mode="sync", vector_kwargs={"autoreset_mode": mode})
        theirs.action_space.seed(7)
        count = 6 if mode == gymnasium.vector.AutoresetMode.DISABLED else 120
        actions = [theirs.action_space.sample() for _ in range(3 + count)]
        for env in (ours, theirs):
            env.reset(seed=5)
            play_many(env, actions[:3])
        copies = {name: way(ours) for name, way in ways.items()}
        expected = play_many(theirs, actions[3:])
        print([name for name, env in copies.items() if play_many(env, actions[3:]) != expected], play_many(ours, actions[3:]) == expected)
        """, autoresetMode), Is.EqualTo("[] True"));

    [Test]
    public void SetState_AfterOtherEpisodes_PlaysTheSameAgain() => Assert.That(Run(Play + """
        env = envhub.make("CartPole-v1").unwrapped
        env.reset(seed=5)
        state, actions = env.get_state(), [0, 1] * 100
        first = play(env, actions)
        elsewhere = envhub.make("CartPole-v1").unwrapped
        for one in (env, elsewhere):
            one.set_state(state)
            print(one.get_state() == state, play(one, actions) == first, one.get_state() != state)
        """), Is.EqualTo("True True True\nTrue True True"));

    [Test]
    public void SetState_OfAnother_IsRefusedAndChangesNothing() => Assert.That(Run("""
        import envhub
        env, lake, many = envhub.make("CartPole-v1").unwrapped, envhub.make("FrozenLake-v1").unwrapped, envhub.make_vec("CartPole-v1", num_envs=2)
        for one in (env, lake, many): one.reset(seed=1)
        before = env.get_state()
        for state in (lake.get_state(), many.get_state(), b"", before[:-1], before + b"!", b"?" * 100, "text"):
            try: env.set_state(state)
            except envhub.HubError as error: print(error.code, end=" ")
        print(env.get_state() == before)
        """), Is.EqualTo("EH4664 EH4664 EH4659 EH4659 EH4659 EH4659  True"));

    [Test]
    public void MakeVec_WithoutAMode_IsTakenByGymnasiumsVectorWrappers() => Assert.That(Run(Play + """
        from gymnasium.wrappers.vector import NormalizeObservation, RecordEpisodeStatistics
        seen = []
        for id, arguments in (("envhub/CartPole-v1", {}), ("CartPole-v1", {"vectorization_mode": "sync"})):
            env = RecordEpisodeStatistics(NormalizeObservation(gymnasium.make_vec(id, num_envs=3, **arguments)))
            env.action_space.seed(1)
            env.reset(seed=5)
            seen.append(play_many(env, [[0, 1, 0]] * 60))
        print(seen[0] == seen[1], env.metadata["autoreset_mode"].name)
        """), Is.EqualTo("True NEXT_STEP"));
}
