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


