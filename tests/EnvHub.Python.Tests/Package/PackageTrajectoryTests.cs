namespace EnvHub.Python.Tests;

[TestFixture]
public class PackageTrajectoryTests : PackageFixture
{
    // Prints how many episodes ended. Compares bits, types and continued resets.
    private const string CompareOne = """
        import envhub, gymnasium, numpy
        id = sys.argv[3]
        ours, theirs = gymnasium.make("envhub/" + id), gymnasium.make(id)
        assert ours.observation_space == theirs.observation_space and ours.action_space == theirs.action_space
        assert (ours.spec.max_episode_steps, ours.spec.reward_threshold) == (theirs.spec.max_episode_steps, theirs.spec.reward_threshold)
        def check(a, b):
            assert a[0].dtype == b[0].dtype and a[0].tobytes() == b[0].tobytes(), (a, b)
            assert a[1:-1] == b[1:-1] and [type(x) for x in a[1:-1]] == [type(x) for x in b[1:-1]], (a, b)
        ends = 0
        for seed in (0, 7, 123):
            check(ours.reset(seed=seed), theirs.reset(seed=seed))
            theirs.action_space.seed(seed)
            for step in range(600):
                action = theirs.action_space.sample()
                a, b = ours.step(action), theirs.step(action)
                check(a, b)
                if a[2] or a[3]:
                    ends += 1
                    check(ours.reset(), theirs.reset())
        print(ends)
        """;

    private const string CompareMany = """
        import envhub, gymnasium, numpy
        from gymnasium.vector import AutoresetMode
        mode = AutoresetMode(sys.argv[3])
        ours = gymnasium.make_vec("envhub/CartPole-v1", num_envs=3, autoreset_mode=mode, max_episode_steps=20)
        theirs = gymnasium.make_vec("CartPole-v1", num_envs=3, vectorization_mode="sync", vector_kwargs={"autoreset_mode": mode}, max_episode_steps=20)
        assert ours.metadata["autoreset_mode"] == mode
        assert ours.observation_space == theirs.observation_space and ours.action_space == theirs.action_space
        def check(a, b):
            for x, y in zip(a, b):
                assert x.dtype == y.dtype and x.shape == y.shape and x.tobytes() == y.tobytes(), (a, b)
        def reset(**kwargs):
            check(ours.reset(**kwargs)[:1], theirs.reset(**kwargs)[:1])
        reset(seed=5)
        theirs.action_space.seed(5)
        ends = 0
        for step in range(500):
            actions = theirs.action_space.sample()
            a, b = ours.step(actions), theirs.step(actions)
            check(a[:4], b[:4])
            ended = a[2] | a[3]
            ends += int(ended.sum())
            assert ("final_obs" in a[4]) == ("final_obs" in b[4])
            if "final_obs" in a[4]:
                check((a[4]["_final_obs"],), (b[4]["_final_obs"],))
                for i in numpy.flatnonzero(ended):
                    check((a[4]["final_obs"][i],), (b[4]["final_obs"][i],))
            if mode == AutoresetMode.DISABLED and ended.any():
                reset(options={"reset_mask": ended})
        reset()
        print(ends)
        """;

    [TestCase("CartPole-v1")]
    [TestCase("MountainCar-v0")]
    public void Make_SameSeedAndActions_GivesGymnasiumsTrajectory(string id) => Assert.That(int.Parse(Run(CompareOne, id)), Is.GreaterThan(5));

    [TestCase("SameStep")]
    [TestCase("NextStep")]
    [TestCase("Disabled")]
    public void MakeVec_SameSeedAndActions_GivesTheTrajectoriesOfGymnasiumsSyncVectorEnv(string autoresetMode) =>
        Assert.That(int.Parse(Run(CompareMany, autoresetMode)), Is.GreaterThan(50));
}
