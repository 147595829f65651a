@rule("truncation", "Without an end an episode lasts for ever, and nothing ever restarts.", "Register the environment with max_episode_steps, or end episodes.")
def check_truncation():
    env = gymnasium.make(ORDER["id"], disable_env_checker=True, **ORDER["kwargs"])
    limit = env.spec.max_episode_steps
    longest, length = 0, 0
    for place, _, reward, terminated, truncated in play(env, 1, min(max(STEPS, 2 * limit), 5000) if limit else None, limit=sys.maxsize):
        length = 0 if reward is None else length + 1
        longest = max(longest, length)
        if limit and length == limit and not truncated:
            yield f"{place}: the registered limit is {limit} steps, and step {length} of an episode is not truncated"
            break
    env.close()
    if not limit and longest >= STEPS:
        yield Warn(f"no step limit is registered, and no episode ended in {STEPS} random steps")


@rule("step-after-end", "What is left of an old episode makes the next one depend on it.", "Set every part of the state in reset.", after=PLAYABLE + ("determinism",))
def check_step_after_end():
    for seed in SEEDS:
        with made(2) as (used, fresh):
            ended = False
            for _, _, _, terminated, truncated in play(used, seed):
                if terminated or truncated:
                    ended = True
                    with contextlib.suppress(Exception):
                        used.step(used.action_space.sample())
                    break
            difference = part(record(used, seed, steps=200), play(fresh, seed, 200))
            if difference:
                yield f"{'after the end of an episode and a step more' if ended else 'after many steps'}, a reset with the seed starts another trajectory than in a new environment: {difference}"
                return


@rule("copies-independent", "A result would depend on what runs beside it in the same process.", "Keep the state in self, never in the module or the class.", after=PLAYABLE + ("determinism",))
def check_copies_independent():
    for seed in SEEDS:
        with made(3) as (alone, one, other):
            beside = play(other, seed + 1000)
            difference = part(record(alone, seed), play(one, seed, spare=lambda: next(beside, None)))
            if difference:
                yield f"an environment that is stepped in turn with another plays otherwise than alone: {difference}"
                return


@rule("action-bounds", "A learner takes the outermost actions, which random ones hardly meet.", "Take every action of the stated space, its bounds too.", after=PLAYABLE + ("finite", "observation-in-space"))
def check_action_bounds():
    with made() as env:
        space = env.action_space
        if isinstance(space, spaces.Discrete):
            outermost = [space.start, space.start + space.n - 1]
        elif isinstance(space, spaces.Box):
            middle = space.sample()
            outermost = [numpy.where(numpy.isfinite(bound), bound, middle).astype(space.dtype) for bound in (space.low, space.high)]
        else:
            raise Omit(f"the bounds of {space} are all met by random actions")
        for action in outermost:
            env.reset(seed=1)
            for step in range(1, 51):
                try:
                    seen, reward, terminated, truncated, _ = env.step(action)
                except Exception as fault:
                    yield f"the action {action} fails at step {step}: {type(fault).__name__}: {fault}"
                    break
                if not numpy.isfinite(reward) or not env.observation_space.contains(seen):
                    yield f"the action {action} leads to the reward {reward} and the observation {str(seen)[:80]} at step {step}"
                    break
                if terminated or truncated:
                    env.reset()


