"""An environment: how its copies are made, and what the hub is told of it."""
import hashlib
import importlib
import math
import os
import sys

import gymnasium
import gymnasium.wrappers
import numpy as np

from .elements import leaves
from .masks import MASK_KEY, mask_parts
from .packages import told
from .protocol import PROTOCOL, Refusal
from .space_json import describe


def named_wrapper(name):
    """A wrapper of gymnasium.wrappers, or module:Class."""
    if ":" in name:
        module, _, attribute = name.partition(":")
        return getattr(importlib.import_module(module), attribute)
    found = getattr(gymnasium.wrappers, name, None)
    if found is None:
        raise Refusal(f"gymnasium.wrappers has no {name}. Name one that it has, or write module:Class.")
    return found


def make(request):
    """One copy, as the hub's settings say."""
    arguments = dict(request.get("kwargs") or {})
    if request.get("maxEpisodeSteps") is not None:
        arguments["max_episode_steps"] = request["maxEpisodeSteps"]
    if request.get("render"):
        arguments["render_mode"] = request["render"]
    env = gymnasium.make(request["id"], disable_env_checker=True, **arguments)
    for wrapper in request.get("wrappers") or []:
        env = named_wrapper(wrapper["name"])(env, **(wrapper.get("kwargs") or {}))
    return env


def first_copy(request):
    try:
        return make(request)
    except (gymnasium.error.Error, ImportError) as fault:
        raise Refusal(told(fault, request["id"].partition(":")[0].partition(".")[0]))


def names_a_mask(env):
    """Whether the source of the environment or of a wrapper speaks of action masks."""
    layer, seen = env, set()
    while layer is not None:
        seen.update(kind.__module__ for kind in type(layer).__mro__)
        layer = getattr(layer, "env", None)
    for name in seen - {"builtins", "abc", "typing"}:
        path = getattr(sys.modules.get(name), "__file__", None)
        if path and os.path.exists(path):
            with open(path, "rb") as file:
                if MASK_KEY.encode() in file.read():
                    return True
    return False


def tells_masks(request, env):
    """Whether the environment's infos hold action masks: as the request says, else as the first reset of a copy of its own shows."""
    wanted = request.get("actionMasks")
    if wanted is not None:
        if wanted and not mask_parts(env.action_space, None):
            raise Refusal(f"actionMasks is true, and the action space {env.action_space} has no values that a mask could name. Leave it out.")
        return wanted
    if not names_a_mask(env) or not mask_parts(env.action_space, None):
        return False
    try:
        copy = make(request)
        try:
            return MASK_KEY in copy.reset(seed=0)[1]
        finally:
            copy.close()
    except Exception:
        return False  # what is wrong shows when it is played


def number_or_none(value):
    return float(value) if isinstance(value, (int, float)) and math.isfinite(value) else None


def software(env):
    """What computes the environment: the interpreter, and what it has loaded that the standard library does not hold."""
    loaded = {name: module for name, module in sys.modules.items() if "." not in name and name not in sys.stdlib_module_names}
    versions = {name: getattr(module, "__version__", None) for name, module in loaded.items()}
    parts = {f"{name} {version}" for name, version in versions.items() if isinstance(version, str)}
    layer = env
    while layer is not None:
        module = sys.modules.get(type(layer).__module__)
        path = getattr(module, "__file__", None)
        if path and not isinstance(versions.get(module.__name__.partition(".")[0]), str):
            with open(path, "rb") as file:
                parts.add(f"{module.__name__} sha256:{hashlib.sha256(file.read()).hexdigest()}")
        layer = getattr(layer, "env", None)
    return [f"Python {sys.version.split()[0]}", *sorted(parts)]


def stacked_frames(env):
    """How many frames FrameStackObservation shows together; None without it, or where a layer around it changes observations again."""
    while isinstance(env, gymnasium.Wrapper):
        if type(env).__name__ == "FrameStackObservation" and type(env).__module__.startswith("gymnasium.wrappers."):
            return int(env.stack_size)
        if isinstance(env, gymnasium.ObservationWrapper) or env.observation_space != env.env.observation_space:
            return None
        env = env.env
    return None


def describe_environment(env, has_masks):
    for space, what in ((env.observation_space, "observation space"), (env.action_space, "action space")):
        leaves(space, what)  # refuses what cannot be written as numbers, while the hub is still being configured
    limit = env.spec.max_episode_steps if env.spec else None
    return {
        "protocol": PROTOCOL,
        "gymnasium": gymnasium.__version__,
        "numpy": np.__version__,
        "python": ".".join(map(str, sys.version_info[:3])),
        "software": software(env),
        "observationSpace": describe(env.observation_space),
        "actionSpace": describe(env.action_space),
        "hasActionMasks": has_masks,
        "maxEpisodeSteps": None if limit is None or limit < 0 else int(limit),
        "rewardThreshold": None if env.spec is None or env.spec.reward_threshold is None else float(env.spec.reward_threshold),
        "renderFps": number_or_none(env.metadata.get("render_fps")),
        "stackedFrames": stacked_frames(env),
        "renderModes": [mode for mode in env.metadata.get("render_modes", []) if mode],
    }
