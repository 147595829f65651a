"""Examines one Gymnasium environment, unwrapped, rule by rule, and prints one JSON object: kept, findings, omissions.

Argument: one JSON object with id, kwargs, seeds (how many), steps (per rule and seed). A rule is a function under @rule: it yields what
it found, as text for an error or as Warn(text); an exception in it is an error too. The rules' names are those of the hub's own checker.
"""
import contextlib
import copy
import inspect
import json
import os
import struct
import sys
import warnings

# Standard output is for the report: whatever the environment prints goes to standard error.
REPORT = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)

import gymnasium  # noqa: E402
import numpy  # noqa: E402
from gymnasium import spaces  # noqa: E402

ORDER = json.loads(sys.argv[1])
SEEDS, STEPS = range(1, ORDER["seeds"] + 1), ORDER["steps"]
RULES = []
PLAYABLE = ("class", "spaces", "runs", "reset-result", "step-result")


class Warn(str):
    """A finding that is no error."""


class Omit(Exception):
    """Why a rule cannot be examined here."""


def rule(name, why, to_do, after=PLAYABLE):
    def add(examine):
        RULES.append((name, why, to_do, after, examine))
        return examine
    return add


def make(**more):
    # Unwrapped: gymnasium's wrappers would hide or repair what the author wrote.
    return gymnasium.make(ORDER["id"], disable_env_checker=True, **{**ORDER["kwargs"], **more}).unwrapped


@contextlib.contextmanager
def made(count=1, **more):
    envs = [make(**more) for _ in range(count)]
    try:
        yield envs[0] if count == 1 else envs
    finally:
        for env in envs:
            env.close()


def bits(value):
    """The value as bytes, parts in order: equal bytes, equal values with equal types."""
    if isinstance(value, dict):
        return b"{" + b"".join(str(key).encode() + bits(part) for key, part in value.items()) + b"}"
    if isinstance(value, (tuple, list)):
        return b"(" + b"".join(bits(part) for part in value) + b")"
    if isinstance(value, str):
        return value.encode()
    array = numpy.asarray(value)
    return array.dtype.str.encode() + array.tobytes()


def generator(env):
    state = env.np_random.bit_generator.state
    return bits([(key, str(part)) for key, part in sorted(state.items())])


def play(env, seed, steps=None, limit=None, spare=None):
    """Random steps over several episodes: yields (place, observation, reward, terminated, truncated), a reset with a reward of None."""
    sampler = copy.deepcopy(env.action_space)
    sampler.seed(seed)
    observation = env.reset(seed=seed)[0]
    yield f"seed {seed}, the reset", observation, None, False, False
    length = 0
    for step in range(1, (steps or STEPS) + 1):
        if spare:
            spare()
        observation, reward, terminated, truncated, _ = env.step(sampler.sample())
        yield f"seed {seed}, step {step}", observation, reward, terminated, truncated
        length += 1
        if terminated or truncated or length == (limit or 200):
            length = 0
            yield f"seed {seed}, the reset after step {step}", env.reset()[0], None, False, False


def record(env, seed, **more):
    return [(place, copy.deepcopy(seen), *rest) for place, seen, *rest in play(env, seed, **more)]


def facts(moment):
    _, observation, reward, terminated, truncated = moment
    return bits(observation) + (b"" if reward is None else struct.pack("<d", float(reward))) + bytes([bool(terminated), bool(truncated)])


def part(one, other):
    """The first place at which two plays differ; None for nowhere."""
    for mine, theirs in zip(one, other):
        if facts(mine) != facts(theirs):
            return f"{mine[0]}: {shown(mine)} and {shown(theirs)}"
    return None


def shown(moment):
    return f"observation {str(moment[1])[:80]}, reward {moment[2]}"


def numbers(value):
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, (tuple, list)):
        for inner in value:
            yield from numbers(inner)
    elif not isinstance(value, str):
        yield numpy.asarray(value)


def leaves(space, name):
    if isinstance(space, spaces.Dict):
        for key, inner in space.spaces.items():
            yield from leaves(inner, f"{name}[{key}]")
    elif isinstance(space, spaces.Tuple):
        for i, inner in enumerate(space.spaces):
            yield from leaves(inner, f"{name}[{i}]")
    else:
        yield name, space


@rule("class", "Wrappers and vector environments rely on what gymnasium.Env brings.", "Derive the class from gymnasium.Env.", after=())
def check_class():
    with made() as env:
        if not isinstance(env, gymnasium.Env):
            yield f"{type(env).__name__} does not derive from gymnasium.Env"
        elif isinstance(env, gymnasium.Wrapper):
            yield Warn(f"{type(env).__name__} is a wrapper: what is inside is not examined")


@rule("spaces", "A learner is shaped by the spaces before the first step.", "Set self.observation_space and self.action_space to Gymnasium spaces in __init__.", after=("class",))
def check_spaces():
    with made() as env:
        for name in ("observation_space", "action_space"):
            space = getattr(env, name, None)
            if not isinstance(space, spaces.Space):
                yield f"{name} is {space!r:.80}, no gymnasium.spaces.Space"


@rule("spaces-agree", "A learner's network is shaped by one environment's spaces and then used with another's.", "Let the spaces depend on the arguments alone.", after=("class", "spaces"))
def check_spaces_agree():
    with made(2) as (one, other):
        for name in ("observation_space", "action_space"):
            if getattr(one, name) != getattr(other, name):
                yield f"two environments of the same arguments have the {name}s {getattr(one, name)} and {getattr(other, name)}"


@rule("space-structure", "A malformed space gives no valid sample; a component that cannot vary tells nothing.", "Correct the space's bounds, counts and shapes.", after=("class", "spaces"))
def check_space_structure():
    with made() as env:
        for root in ("observation_space", "action_space"):
            space = getattr(env, root)
            if isinstance(space, (spaces.Dict, spaces.Tuple)) and len(space.spaces) == 0:
                yield f"{root} is empty"
            for name, leaf in leaves(space, root):
                yield from structure(name, leaf)


def structure(name, space):
    if isinstance(space, spaces.Box):
        if space.low.shape != space.shape or space.high.shape != space.shape:
            yield f"{name}: shape {space.shape}, but low {space.low.shape} and high {space.high.shape}"
        elif numpy.any(space.high < space.low):
            yield f"{name}: a lower bound exceeds its upper bound"
        elif numpy.any(space.low == space.high):
            yield Warn(f"{name}: a component has one value only")
    elif isinstance(space, spaces.Discrete):
        if space.n <= 0 or space.shape != ():
            yield f"{name}: n is {space.n}, shape {space.shape}; n must be above 0 and the shape ()"
    elif isinstance(space, spaces.MultiDiscrete):
        if space.shape != space.nvec.shape or numpy.any(space.nvec <= 0):
            yield f"{name}: shape {space.shape}, nvec {space.nvec}; each count must be above 0"
    elif isinstance(space, spaces.MultiBinary):
        if any(size <= 0 for size in space.shape):
            yield f"{name}: shape {space.shape}; each size must be above 0"


@rule("space-limits", "Learners scale by the bounds: open sides cannot be scaled, and policies start around 0 with a spread of 1.", "State finite bounds where they are known; for actions, wrap with RescaleAction.", after=("class", "spaces"))
def check_space_limits():
    with made() as env:
        for root in ("observation_space", "action_space"):
            for name, box in leaves(getattr(env, root), root):
                if not isinstance(box, spaces.Box):
                    continue
                if numpy.any(numpy.isinf(box.low)) or numpy.any(numpy.isinf(box.high)):
                    yield Warn(f"{name}: open on a side")
                elif root == "action_space" and not (numpy.all(box.low == -1) and numpy.all(box.high == 1)):
                    yield Warn(f"{name}: not [-1, 1]")


@rule("exact-numbers", "Learners get float32: about seven digits, and of integers all up to 2^24; the hub refuses those that would change.", "Observe float32, scaled where values are large; split a large integer into several.", after=("class", "spaces"))
def check_exact_numbers():
    with made() as env:
        for name, leaf in leaves(env.observation_space, "observation_space"):
            if isinstance(leaf, spaces.Discrete):
                ends = (leaf.start, leaf.start + leaf.n - 1)
            elif isinstance(leaf, spaces.MultiDiscrete):
                start = getattr(leaf, "start", 0) + numpy.zeros_like(leaf.nvec)
                ends = (start.min(), (start + leaf.nvec - 1).max())
            elif isinstance(leaf, spaces.Box) and leaf.dtype.kind in "iu" and leaf.low.size:
                ends = (leaf.low.min(), leaf.high.max())
            else:
                ends = (0,)
            if leaf.dtype == numpy.float64:
                yield Warn(f"{name} is float64, which is rounded to float32")
            elif max(abs(int(end)) for end in ends) > 1 << 24:
                yield Warn(f"{name} has integers from {ends[0]} to {ends[1]}, of which float32 holds not every one")


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
            raise Omit("the first info has no action_mask")
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


@rule("render-metadata", "Recorders choose the mode and the speed by what metadata says.", "Give the class metadata = {\"render_modes\": [...], \"render_fps\": n}.", after=("class",))
def check_render_metadata():
    with made() as env:
        modes = env.metadata.get("render_modes")
        if not isinstance(modes, (list, tuple)) or not all(isinstance(mode, str) for mode in modes):
            yield Warn(f"metadata's render_modes is {modes!r}, no list of texts")
            return
        fps = env.metadata.get("render_fps")
        if modes and (isinstance(fps, bool) or not isinstance(fps, (int, float, numpy.number)) or fps <= 0):
            yield Warn(f"metadata's render_fps is {fps!r}, no number above 0")
        if env.render_mode is not None and env.render_mode not in modes:
            yield f"render_mode is {env.render_mode!r}, which is not among {list(modes)}"


def picture(mode, drawn):
    """What is wrong with it; None for nothing."""
    if mode.endswith("_list"):
        if not isinstance(drawn, list):
            return f"gives {type(drawn).__name__}, not list"
        return next((fault for fault in (picture(mode[:-5], one) for one in drawn) if fault), None)
    if mode == "human":
        return None if drawn is None else f"gives {type(drawn).__name__}, not None"
    if mode == "ansi":
        return None if isinstance(drawn, str) else f"gives {type(drawn).__name__}, not str"
    if mode in ("rgb_array", "depth_array"):
        if not isinstance(drawn, numpy.ndarray):
            return f"gives {type(drawn).__name__}, not ndarray"
        if mode == "rgb_array" and (drawn.dtype != numpy.uint8 or drawn.ndim != 3 or drawn.shape[2] != 3):
            return f"gives {drawn.dtype} {drawn.shape}, not uint8 (height, width, 3)"
        if mode == "depth_array" and drawn.ndim != 2:
            return f"gives the shape {drawn.shape}, not (height, width)"
    return None


@rule("render", "Recordings and terminals take the picture as its mode promises.", "Return what the mode says: None, a text, or uint8 (height, width, 3); draw without changing the state.", after=PLAYABLE + ("render-metadata", "determinism"))
def check_render():
    with made() as env:
        modes = env.metadata.get("render_modes") or []
    if not modes:
        raise Omit("the environment declares no render modes")
    for mode in modes:
        try:
            with made(render_mode=mode) as env, made() as plain:
                faults = []
                drawn = record(env, 1, steps=20, spare=lambda: faults.append(picture(mode, env.render())))
                if any(faults):
                    yield f"{mode}: {next(filter(None, faults))}"
                difference = part(drawn, play(plain, 1, 20))
                if difference:
                    yield f"{mode}: drawing changes the trajectory: {difference}"
        except (gymnasium.error.DependencyNotInstalled, ImportError) as missing:
            yield Warn(f"{mode}: not drawn, for a package is missing: {missing}")


@rule("close-twice", "Whoever ends an experiment may close what was closed already.", "Return from the second close without doing anything.", after=("class",))
def check_close_twice():
    env = make()
    env.close()
    env.close()
    return []


def main():
    kept, findings, omissions, broken = [], [], [], set()
    for name, why, to_do, after, examine in RULES:
        cause = next((earlier for earlier in after if earlier in broken), None)
        if cause:
            omissions.append({"rule": name, "reason": f"the rule '{cause}' is broken or was not examined, which would show here again"})
            broken.add(name)
            continue
        found = []
        try:
            found.extend(examine() or [])
        except Omit as reason:
            omissions.append({"rule": name, "reason": str(reason)})
            continue
        except Exception as fault:
            found.append(f"{type(fault).__name__}: {fault}")
        for text in found:
            severity = "warning" if isinstance(text, Warn) else "error"
            findings.append({"rule": name, "severity": severity, "found": str(text), "why": why, "toDo": to_do})
            if severity == "error":
                broken.add(name)
        if not found:
            kept.append(name)
    json.dump({"kept": kept, "findings": findings, "omissions": omissions}, REPORT)


# An environment that cannot be made is no finding of a rule: the failure is told with its traceback.
make().close()
warnings.simplefilter("ignore")
gymnasium.logger.min_level = gymnasium.logger.ERROR
main()
REPORT.flush()
os._exit(0)  # a thread that an environment has left behind would hold this process
