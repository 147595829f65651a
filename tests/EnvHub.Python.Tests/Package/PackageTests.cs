namespace EnvHub.Python.Tests;

[TestFixture]
public class PackageTests : PackageFixture
{
    [TestCase("CartPole-v1")]
    [TestCase("Acrobot-v1")]
    public void Make_AnyNativeEnvironment_PassesGymnasiumsChecker(string id) => Assert.That(Run("""
        import envhub, gymnasium
        from gymnasium.utils.env_checker import check_env
        check_env(gymnasium.make("envhub/" + sys.argv[3]).unwrapped)
        print("passed")
        """, id), Is.EqualTo("passed"));

    [Test]
    public void Import_Anything_StartsNoHubAndKnowsWhatTheHubLists() => Assert.That(Run("""
        os.environ["PATH"] = ""
        executable = os.environ.pop("ENVHUB_EXECUTABLE")
        import envhub, gymnasium
        os.environ["ENVHUB_EXECUTABLE"] = executable
        import json, subprocess
        listed = json.loads(subprocess.run([executable, "list", "environments", "--json", "--hub", root], capture_output=True, check=True).stdout)
        for environment in listed:
            spec = gymnasium.spec("envhub/" + environment["id"])
            assert spec.max_episode_steps == environment["maxEpisodeSteps"] and spec.reward_threshold == environment["rewardThreshold"], environment
        assert envhub.register_all() == []
        print("CartPole-v1" in [environment["id"] for environment in listed])
        """), Is.EqualTo("True"));

    [Test]
    public void Render_BothModes_GivesPixelsAndText() => Assert.That(Run("""
        import envhub, gymnasium
        pixels = gymnasium.make("envhub/CartPole-v1", render_mode="rgb_array")
        pixels.reset(seed=1)
        text = gymnasium.make("envhub/CartPole-v1", render_mode="ansi")
        text.reset(seed=1)
        many = gymnasium.make_vec("envhub/CartPole-v1", num_envs=2, render_mode="rgb_array")
        many.reset(seed=1)
        theirs = gymnasium.make("CartPole-v1").unwrapped
        picture, pictures = pixels.render(), many.render()
        assert str(picture.dtype) == "uint8" and picture.std() > 1
        assert len(pictures) == 2 and (pictures[0] == picture).all() and (pictures[1] != picture).any()
        assert picture.shape == (theirs.screen_height, theirs.screen_width, 3)
        assert pixels.metadata["render_fps"] == theirs.metadata["render_fps"]
        assert isinstance(text.render(), str) and "\n" in text.render()
        print(picture.shape)
        """), Is.EqualTo("(400, 600, 3)"));

    [Test]
    public void Make_SettingsAndCopies_AreWhatTheHubTakes() => Assert.That(Run("""
        import envhub, gymnasium
        env = envhub.make("CartPole-v1", sutton_barto_reward=True)
        env.reset(seed=1)
        print(env.step(0)[1], envhub.make_vec("CartPole-v1", num_envs=4).num_envs)
        """), Is.EqualTo("0.0 4"));

    [Test]
    public void Step_WithoutCopying_GivesTheMemoryItself() => Assert.That(Run("""
        import envhub
        views, copies = (envhub.make_vec("CartPole-v1", num_envs=2, copy=flag) for flag in (False, True))
        for env in (views, copies):
            first = env.reset(seed=1)[0]
            before = first.copy()
            env.step([0, 1])
            print((first == before).all())
        """), Is.EqualTo("False\nTrue"));

    [Test]
    public void Elements_AnySpaceOfFixedSize_WritesWhatItReads() => Assert.That(Run("""
        import numpy
        from gymnasium import spaces
        from envhub.spaces import Elements, read_space
        box = {"type": "Box", "shape": [2, 2], "dtype": "float32", "low": -1, "high": [1, 2, 3, "inf"]}
        discrete = {"type": "Discrete", "n": 5, "start": -2, "dtype": "int64"}
        many = {"type": "MultiDiscrete", "shape": [2], "nvec": [3, 4], "start": [0, 1], "dtype": "int64"}
        hands = {"type": "Tuple", "spaces": [{"type": "Discrete", "n": n} for n in (32, 11, 2)]}
        expected = [spaces.Box(-1, numpy.array([[1, 2], [3, numpy.inf]], "float32")), spaces.Discrete(5, start=-2),
            spaces.MultiDiscrete([3, 4], start=[0, 1]), spaces.MultiBinary(3), spaces.Tuple([spaces.Discrete(n) for n in (32, 11, 2)])]
        given = [read_space(space) for space in (box, discrete, many, {"type": "MultiBinary", "shape": [3]}, hands)]
        assert given == expected, given
        given.append(read_space({"type": "Dict", "spaces": [["z", hands], ["a", box]]}))
        for space in given:
            elements = Elements(space)
            row = numpy.zeros(elements.size, "float32")
            for _ in range(20):
                value = space.sample()
                elements.write(value, row)
                assert elements.read(row) in space and spaces.flatten(space, elements.read(row)).tobytes() == spaces.flatten(space, value).tobytes()
        print(len(given))
        """), Is.EqualTo("6"));
}
