@rule("reset-signature", "Seeds and options are given by name; a seed that is there by default makes every episode the same.", "Write def reset(self, *, seed=None, options=None).", after=("class",))
def check_reset_signature():
    with made() as env:
        parameters = inspect.signature(env.reset).parameters
        named = any(one.kind == one.VAR_KEYWORD for one in parameters.values())
        for name in ("seed", "options"):
            if name not in parameters and not named:
                yield f"reset takes no {name}"
        if "seed" in parameters and parameters["seed"].default is not None:
            yield f"reset's seed is {parameters['seed'].default!r} by default; it must be None"
        if "return_info" in parameters:
            yield Warn("reset takes return_info, which Gymnasium no longer knows")
        if callable(getattr(env, "seed", None)):
            yield Warn("there is a method seed(), which Gymnasium no longer calls")


@rule("reset-result", "Every caller unpacks (observation, info).", "Return a tuple of the observation and a dict.", after=("class", "spaces", "reset-signature"))
def check_reset_result():
    with made() as env:
        result = env.reset(seed=1)
        if not isinstance(result, tuple) or len(result) != 2:
            yield f"reset gives {type(result).__name__}{f' of {len(result)}' if isinstance(result, tuple) else ''}, not a tuple of 2"
        elif not isinstance(result[1], dict):
            yield f"reset's info is {type(result[1]).__name__}, not dict"


@rule("reset-options", "Callers pass options to every reset.", "Take options=None and any dict.", after=("class", "spaces", "reset-signature", "reset-result"))
def check_reset_options():
    with made() as env:
        env.reset(seed=1, options={})
        return []


@rule("step-result", "Every caller unpacks five parts, and a flag or a reward of another type breaks batches.", "Return observation, a float, two bools and a dict.", after=("class", "spaces", "reset-signature", "reset-result"))
def check_step_result():
    with made() as env:
        env.action_space.seed(1)
        env.reset(seed=1)
        result = env.step(env.action_space.sample())
        if not isinstance(result, tuple) or len(result) != 5:
            yield f"step gives {type(result).__name__}{f' of {len(result)}' if isinstance(result, tuple) else ''}, not a tuple of 5"
            return
        _, reward, terminated, truncated, info = result
        for name, flag in (("terminated", terminated), ("truncated", truncated)):
            if not isinstance(flag, (bool, numpy.bool_)):
                yield f"{name} is {flag!r} ({type(flag).__name__}), not bool"
        if not isinstance(reward, (int, float, numpy.integer, numpy.floating)):
            yield f"the reward is {reward!r:.80} ({type(reward).__name__}), neither int nor float"
        if not isinstance(info, dict):
            yield f"info is {type(info).__name__}, not dict"


@rule("runs", "Nothing can be learnt in an environment that fails under actions of its own space.", "Mend what the message names.", after=("class", "spaces", "reset-signature", "reset-result", "step-result"))
def check_runs():
    for seed in SEEDS:
        with made() as env:
            for _ in play(env, seed):
                pass
    return []


@rule("finite", "One NaN or infinity spreads through a network's weights and cannot be undone.", "Find the division or the overflow; clip, or end the episode before.")
def check_finite():
    for seed in SEEDS:
        with made() as env:
            for place, observation, reward, *_ in play(env, seed):
                if reward is not None and not numpy.isfinite(reward):
                    yield f"{place}: the reward is {reward}"
                    return
                if not all(numpy.all(numpy.isfinite(array)) for array in numbers(observation) if array.dtype.kind in "fc"):
                    yield f"{place}: the observation holds NaN or infinity: {str(observation)[:80]}"
                    return


@rule("observation-in-space", "Scaling, encoding and other implementations rely on the stated space, type and shape.", "Return what the space says: its type, its dtype, its shape, within its bounds.", after=PLAYABLE + ("finite",))
def check_observation_in_space():
    for seed in SEEDS:
        with made() as env:
            for place, observation, *_ in play(env, seed):
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    fault = misfit(env.observation_space, observation)
                if fault:
                    yield f"{place}: {fault}"
                    return


def misfit(space, value):
    if isinstance(space, spaces.Dict) and (not isinstance(value, dict) or value.keys() != space.spaces.keys()):
        return f"{str(value)[:80]} has not the keys of {space}"
    if isinstance(space, spaces.Tuple) and (not isinstance(value, tuple) or len(value) != len(space.spaces)):
        return f"{str(value)[:80]} is no tuple of {len(space.spaces)}"
    if isinstance(space, (spaces.Box, spaces.MultiDiscrete, spaces.MultiBinary)):
        if not isinstance(value, numpy.ndarray):
            return f"the observation is {type(value).__name__}, not ndarray"
        if isinstance(space, spaces.Box) and (value.dtype, value.shape) != (space.dtype, space.shape):
            return f"the observation is {value.dtype} {value.shape}, the space {space.dtype} {space.shape}"
    if not space.contains(value):
        return f"{str(value)[:80]} is outside {space}"
    return None


@rule("action-mask", "Learners take an action mask at its word: they choose nothing else, and expect nothing of what it excludes.", "Put info['action_mask'] into every reset's and every step's info, an array of one flag per action, at least one of them set where the episode goes on; or leave it out.")
def check_action_mask():
    with made() as env:
        space = env.action_space
        info = env.reset(seed=1)[1]
        if "action_mask" not in info:
            return  # then every action counts as possible
        if not isinstance(space, spaces.Discrete):
            raise Omit(f"the mask of {space} is examined when it is played")
        space.seed(1)
        goes_on = True
        for step in range(STEPS):
            place = f"step {step}" if step else "the reset"
            mask = numpy.asarray(info.get("action_mask")) if "action_mask" in info else None
            if mask is None:
                yield Warn(f"{place}: the info has no action_mask; then every action counts as possible")
                return
            if mask.shape != (space.n,) or not numpy.isin(mask, (0, 1)).all():
                yield f"{place}: action_mask is {mask!r:.80}; it must hold {space.n} flags, 0 or 1"
                return
            if goes_on and not mask.any():
                yield f"{place}: action_mask leaves no possible action, and the episode goes on"
                return
            if not goes_on:
                info, goes_on = env.reset()[1], True
                continue
            *_, terminated, truncated, info = env.step(space.sample(mask.astype(numpy.int8)))
            goes_on = not (terminated or truncated)


