"""Plays one Gymnasium environment with random actions and writes every bit of it to standard output.

Argument: one JSON object with id, kwargs, firstSeed, seeds, steps. Written: one line of JSON that says the layout, then for every seed a
record of the reset and one record per step, little-endian, numbers as float64 (exact for float32 and for integers up to 2^53):
reset: observation, generator. Step: action, observation, reward, terminated and truncated (one byte each), the new episode's first
observation where one has ended, generator. Generator: PCG64's state and increment (16 bytes each), has_uint32 and uinteger (4 bytes each).
"""
import json
import os
import struct
import sys

# Standard output is the record's: whatever the environment prints goes to standard error.
OUTPUT = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
os.dup2(2, 1)

import gymnasium  # noqa: E402
import numpy  # noqa: E402


def elements(value):
    """Every number of a value in order; a composite value is its parts, one after the other."""
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, (tuple, list)):
        return numpy.concatenate([elements(part) for part in value]) if value else numpy.zeros(0)
    return numpy.asarray(value, numpy.float64).ravel()


def generator(env):
    whole = env.unwrapped.np_random.bit_generator.state
    inner = whole["state"]
    place = inner["state"].to_bytes(16, "little") + inner["inc"].to_bytes(16, "little")
    return place + struct.pack("<II", whole["has_uint32"], whole["uinteger"])


def types(space):
    """The types of all numbers of a space's values."""
    parts = getattr(space, "spaces", None)
    if parts is None:
        return {str(space.dtype)}
    return set().union(*(types(part) for part in (parts.values() if hasattr(parts, "values") else parts)))


def play(env, seed, steps):
    first, _ = env.reset(seed=seed)
    env.action_space.seed(seed)
    OUTPUT.write(elements(first).tobytes() + generator(env))
    for _ in range(steps):
        action = env.action_space.sample()
        observation, reward, terminated, truncated, _ = env.step(action)
        record = elements(action).tobytes() + elements(observation).tobytes()
        record += struct.pack("<d??", float(reward), bool(terminated), bool(truncated))
        if terminated or truncated:
            record += elements(env.reset()[0]).tobytes()
        OUTPUT.write(record + generator(env))


def main(order):
    env = gymnasium.make(order["id"], disable_env_checker=True, **order["kwargs"])
    observation, _ = env.reset(seed=order["firstSeed"])
    layout = {
        "gymnasium": gymnasium.__version__,
        "numpy": numpy.__version__,
        "observationSize": elements(observation).size,
        "actionSize": elements(env.action_space.sample()).size,
        "observationTypes": sorted(types(env.observation_space)),
        "isSinglePrecision": env.observation_space.dtype == numpy.float32,
    }
    OUTPUT.write(json.dumps(layout).encode() + b"\n")
    for seed in range(order["firstSeed"], order["firstSeed"] + order["seeds"]):
        play(env, seed, order["steps"])
    OUTPUT.flush()
    env.close()


main(json.loads(sys.argv[1]))
os._exit(0)  # a thread that an environment has left behind would hold this process
