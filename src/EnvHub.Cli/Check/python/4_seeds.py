@rule("reset-seed", "An experiment that cannot be repeated cannot be defended.", "Call super().reset(seed=seed) first and draw from self.np_random alone.")
def check_reset_seed():
    for seed in SEEDS:
        with made(2) as (one, other):
            first, second, fresh = bits(one.reset(seed=seed)[0]), None, bits(other.reset(seed=seed)[0])
            place, theirs = generator(one), generator(other)
            second = bits(one.reset(seed=seed)[0])
            if first != fresh or first != second:
                yield f"resets with seed {seed} give different observations"
                return
            if place != theirs or place != generator(one):
                yield f"after resets with seed {seed} the observations are equal and the generators are not"
                return


@rule("seed-used", "Seeds that change nothing make several trials one and the same: the spread of the results is a pretence.", "Call super().reset(seed=seed) first.", after=PLAYABLE + ("reset-seed",))
def check_seed_used():
    with made() as env:
        env.reset(seed=123)
        one = generator(env)
        env.reset(seed=456)
        if one == generator(env):
            yield "the generator stands at the same place after seed 123 and after seed 456"


@rule("determinism", "The same trial must give the same bits, or differences between learners cannot be told from chance.", "Let a step depend on the environment's state, the action and self.np_random alone; keep no module or class state.", after=PLAYABLE + ("reset-seed",))
def check_determinism():
    for seed in SEEDS:
        with made(2) as (one, other):
            difference = part(record(one, seed), play(other, seed))
            if difference:
                yield f"two plays with the same seed and actions part at {difference}"
                return


@rule("generator-determinism", "A generator that stands elsewhere makes a later episode another one, however equal things look now.", "Draw as many numbers for the same state and action, always.", after=PLAYABLE + ("determinism",))
def check_generator_determinism():
    for seed in SEEDS:
        with made(2) as (one, other):
            mine = [generator(one) for _ in play(one, seed)]
            for place, moment in zip(mine, play(other, seed)):
                if place != generator(other):
                    yield f"{moment[0]}: all results of two environments with the same seed and actions are equal and their generators are not"
                    return


@rule("continued-reset", "A reset that seeds by itself plays one and the same episode for ever.", "Seed only where a seed is given; else go on with self.np_random.", after=PLAYABLE + ("determinism",))
def check_continued_reset():
    for seed in SEEDS:
        with made() as env:
            env.reset(seed=seed)
            start = generator(env)
            fresh = gymnasium.utils.seeding.np_random(seed)[0].bit_generator.state
            # Where a reset draws nothing, a generator that stands still says nothing.
            if start == bits([(key, str(value)) for key, value in sorted(fresh.items())]):
                continue
            env.reset()
            if generator(env) == start:
                yield f"seed {seed}: a reset without a seed brings the generator back to where the seed put it"
                return


@rule("buffer-aliasing", "Replay buffers keep observations: one that changes afterwards rewrites the past.", "Return a new array each time, and copy an action that you keep.", after=PLAYABLE + ("determinism",))
def check_buffer_aliasing():
    with made() as env:
        sampler = copy.deepcopy(env.action_space)
        sampler.seed(1)
        given = [env.reset(seed=1)[0]]
        kept = [bits(given[0])]
        for step in range(1, min(STEPS, 200) + 1):
            action = sampler.sample()
            before = bits(action)
            result = env.step(action)
            if bits(action) != before:
                yield f"step {step} changed the action that it was given"
                return
            if any(bits(old) != was for old, was in zip(given[-3:], kept[-3:])):
                yield f"step {step} changed an observation that was given out before"
                return
            if isinstance(result[0], numpy.ndarray) and any(result[0] is old for old in given):
                yield f"step {step} gives out the same array object as a step before"
                return
            ended = result[2] or result[3]
            given.append(env.reset()[0] if ended else result[0])
            kept.append(bits(given[-1]))


