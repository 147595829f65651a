"""Holds copies of one Gymnasium environment and steps them for the hub. Needs gymnasium and numpy only.

The hub starts this file, says in two lines of JSON what to make and where the shared memory lies, and from then on asks through that
memory. The layout and the doorbell are described in src/EnvHub.Python/Sharing/README.md. What an environment prints goes to stderr.
"""
import gc
import hashlib
import importlib
import json
import math
import mmap
import os
import select
import signal
import sys
import threading
import time
import traceback

PROTOCOL = 1
HEADER, ALIGNMENT = 256, 64
# 32-bit words of the header.
MAGIC, VERSION, COPIES, OBSERVATION_ELEMENTS, ACTION_ELEMENTS, TEXT_BYTES, MASK_FLAGS = 0, 1, 4, 5, 6, 7, 8
REQUEST, COMMAND, MODIFIERS, ARGUMENT, CALLER_WAITS = 16, 17, 18, 19, 20
REPLY, STATUS, SERVER_WAITS, REPLY_TEXT_BYTES, FAULTY_COPY, HEARTBEAT = 32, 33, 34, 35, 36, 37
STEP, RESET, INFO, RENDER, GENERATOR, CLOSE = 1, 2, 3, 4, 5, 6
ONLY_ACTIVE, SEEDED = 1, 2
HEARTBEAT_SECONDS, LONGEST_SLEEP = 0.5, 0.2

# Where an info says which actions are possible.
MASK_KEY = "action_mask"

# float32 holds every integer up to here, and beyond not every one.
LAST_EXACT = 1 << 24

# Environments that their package registers when it is imported.
PACKAGES = {"ALE": "ale_py", "MiniGrid": "minigrid", "BabyAI": "minigrid", "MinAtar": "minatar"}

# Modules that pip knows by another name.
PIP_NAMES = {"Box2D": "box2d", "PIL": "pillow", "cv2": "opencv-python", "skimage": "scikit-image", "sklearn": "scikit-learn", "yaml": "pyyaml"}


class Refusal(Exception):
    """Something that the hub's user can mend; told without a traceback."""


def take_pipes():
    """Keeps the pipes to the hub out of the environments' reach: their output goes to stderr, their input is empty."""
    requests, replies = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return requests, replies


def watch_hub(words, parent):
    """Beats the heart, and ends this process when the hub is gone, even while an environment is stuck."""
    while True:
        if os.getppid() != parent:
            os._exit(1)
        if words:
            words[0][HEARTBEAT] = (words[0][HEARTBEAT] + 1) & 0x7FFFFFFF
        time.sleep(HEARTBEAT_SECONDS)


def signal_on_death(number):
    """Has Linux send this process a signal when the thread that started it ends, even where a library holds Python's lock."""
    import ctypes
    ctypes.CDLL(None).prctl(1, number)  # PR_SET_PDEATHSIG


def die_with_hub(parent):
    """Ends this process together with the hub, and whatever environments have started together with this process."""
    if not sys.platform.startswith("linux"):
        return
    signal_on_death(signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    if os.getpgrp() != os.getpid():
        os.setpgid(0, 0)
    worker = os.getpid()
    if os.fork():
        return
    # A guard, in the same group: it waits for this process's end, however that comes, and ends the group.
    os.closerange(0, 3)
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    signal_on_death(signal.SIGTERM)
    while os.getppid() == worker:
        signal.sigtimedwait([signal.SIGTERM], 1)
    os.killpg(0, signal.SIGKILL)


# Spaces: as JSON, and as float elements.

def number(value):
    value = value.item() if hasattr(value, "item") else value
    return value if isinstance(value, int) or math.isfinite(value) else str(value)


def numbers(array):
    flat = array.reshape(-1)
    if flat.size and (flat == flat[0]).all():
        return number(flat[0])
    return [number(value) for value in flat]


def box_json(space):
    return {"shape": list(space.shape), "dtype": str(space.dtype), "low": numbers(space.low), "high": numbers(space.high)}


def discrete_json(space):
    return {"n": int(space.n), "start": int(space.start), "dtype": str(space.dtype)}


def multi_discrete_json(space):
    starts = getattr(space, "start", 0) + np.zeros_like(space.nvec)
    return {"shape": list(space.shape), "nvec": space.nvec.reshape(-1).tolist(), "start": starts.reshape(-1).tolist(), "dtype": str(space.dtype)}


def text_json(space):
    return {"minLength": int(space.min_length), "maxLength": int(space.max_length), "characters": "".join(space.character_list)}


def graph_json(space):
    return {"nodeSpace": describe(space.node_space), "edgeSpace": describe(space.edge_space) if space.edge_space else None}


KINDS = {
    "Box": box_json,
    "Discrete": discrete_json,
    "MultiDiscrete": multi_discrete_json,
    "MultiBinary": lambda space: {"shape": list(space.shape)},
    "Text": text_json,
    "Tuple": lambda space: {"spaces": [describe(part) for part in space.spaces]},
    "Dict": lambda space: {"spaces": [[key, describe(part)] for key, part in space.spaces.items()]},
    "Sequence": lambda space: {"space": describe(space.feature_space), "stack": bool(space.stack)},
    "Graph": graph_json,
    "OneOf": lambda space: {"spaces": [describe(part) for part in space.spaces]},
}


def describe(space):
    """The space as JSON; one that derives from Gymnasium's counts as that."""
    for base in type(space).__mro__:
        if base.__module__.startswith("gymnasium.spaces") and base.__name__ in KINDS:
            return {"type": base.__name__, **KINDS[base.__name__](space)}
    raise Refusal(f"{space} is not one of Gymnasium's spaces.")


def farthest(space):
    """The integer of the space that is farthest from 0, as far as its bounds say; 0 where it has no integers."""
    if isinstance(space, spaces.Discrete):
        ends = [space.start, space.start + space.n - 1]
    elif isinstance(space, spaces.MultiDiscrete):
        start = getattr(space, "start", 0) + np.zeros_like(space.nvec)
        ends = [*start.reshape(-1), *(start + space.nvec - 1).reshape(-1)]
    elif isinstance(space, spaces.Box) and np.issubdtype(space.dtype, np.integer) and space.low.size:
        ends = [space.low.min(), space.high.max()]
    else:
        ends = []
    return max((abs(int(end)) for end in ends), default=0)


def leaves(space, what):
    """How many elements the space's values take, and [(path of keys, leaf space, first element, end)] in order."""
    found, end = [], 0
    # The one kind of value that goes to and fro as an integer.
    whole_action = space if what == "action space" and isinstance(space, spaces.Discrete) else None

    def walk(part, path):
        nonlocal end
        if isinstance(part, spaces.Dict):
            for key, inner in part.spaces.items():
                walk(inner, path + (key,))
        elif isinstance(part, spaces.Tuple):
            for index, inner in enumerate(part.spaces):
                walk(inner, path + (index,))
        elif isinstance(part, (spaces.Discrete, spaces.MultiDiscrete)) and farthest(part) > LAST_EXACT and part is not whole_action:
            raise Refusal(f"The {what} {part} has integers beyond {LAST_EXACT}, which float32, the hub's type, does not tell apart. "
                          "Split them into several smaller ones (MultiDiscrete) in a wrapper.")
        elif isinstance(part, (spaces.Box, spaces.Discrete, spaces.MultiDiscrete, spaces.MultiBinary)):
            start, end = end, end + int(np.prod(part.shape, dtype=np.int64))
            found.append((path, part, start, end))
        else:
            raise Refusal(f"The {what} {part} has no fixed count of numbers: it cannot go to a learner. Wrap the environment so that it has.")

    walk(space, ())
    return end, found


def observation_writer(space, row):
    """A function that writes an observation into a row of elements and refuses a wrong shape, and integers that would change."""
    _, parts = leaves(space, "observation space")
    targets = [(path, part, row[start:end].reshape(part.shape)) for path, part, start, end in parts]
    may_change = any(farthest(part) > LAST_EXACT for _, part, _, _ in parts)

    def write(observation):
        for path, part, target in targets:
            value = observation
            for key in path:
                value = value[key]
            if np.shape(value) != part.shape:
                raise ValueError(f"The observation{''.join(f'[{key!r}]' for key in path)} has shape {np.shape(value)}; {part} has {part.shape}.")
            target[...] = value
            if may_change:
                demand_unchanged(np.asarray(value), target)

    return write


def demand_unchanged(values, elements):
    """Refuses integers that float32 does not hold."""
    if values.dtype.kind not in "iu":
        return
    with np.errstate(invalid="ignore"):  # beyond the type's range; the comparison tells
        changed = np.flatnonzero(elements.astype(values.dtype) != values)
    if changed.size:
        raise ValueError(f"The observation holds {values.reshape(-1)[changed[0]]}; float32, the hub's type, has no such integer. Scale or split it in a wrapper.")


def action_reader(space):
    """A function that makes an action from a row of elements."""
    _, parts = leaves(space, "action space")
    ranges = {path: (part, start, end) for path, part, start, end in parts}

    def build(part, path):
        if isinstance(part, spaces.Dict):
            inner = {key: build(sub, path + (key,)) for key, sub in part.spaces.items()}
            return lambda row: {key: read(row) for key, read in inner.items()}
        if isinstance(part, spaces.Tuple):
            reads = [build(sub, path + (index,)) for index, sub in enumerate(part.spaces)]
            return lambda row: tuple(read(row) for read in reads)
        leaf, start, end = ranges[path]
        if isinstance(leaf, spaces.Discrete):
            return lambda row: leaf.dtype.type(row[start])
        return lambda row: row[start:end].astype(leaf.dtype).reshape(leaf.shape)

    return build(space, ())


def mask_parts(space, mask):
    """[(flags, values per component)] of an action mask, in the hub's order: of MultiBinary two flags per bit, of other spaces one per value."""
    if isinstance(space, (spaces.Dict, spaces.Tuple)):
        items = space.spaces.items() if isinstance(space, spaces.Dict) else enumerate(space.spaces)
        parts = []
        for key, part in items:
            parts += mask_parts(part, None if mask is None else mask[key])
        return parts
    if isinstance(space, spaces.Discrete):
        counts = [int(space.n)]
    elif isinstance(space, spaces.MultiDiscrete):
        counts = space.nvec.reshape(-1).tolist()
    elif isinstance(space, spaces.MultiBinary):
        counts = [2] * int(np.prod(space.shape, dtype=np.int64))
    else:
        return []
    size = sum(counts)
    if mask is None:
        flags = np.ones(size, np.bool_)
    else:
        flags = np.concatenate([np.ravel(part) for part in mask]) if isinstance(mask, (tuple, list)) else np.ravel(mask)
        if isinstance(space, spaces.MultiBinary) and flags.size == len(counts):
            flags = np.stack([flags != 1, flags != 0], axis=1).reshape(-1)  # as Gymnasium's sample takes them: 2 leaves a bit free
    if flags.size != size:
        raise ValueError(f"info[{MASK_KEY!r}] has {flags.size} flags; {space} needs {size}, one per value of each component.")
    return [(flags.astype(np.bool_), counts)]


def write_mask(space, info, row, may_be_empty):
    """Writes an info's mask into a row of flags; without one every action is possible."""
    at = 0
    for flags, counts in mask_parts(space, info.get(MASK_KEY)):
        row[at:at + flags.size] = flags
        at += flags.size
        if not may_be_empty and not all(part.any() for part in np.split(flags, np.cumsum(counts[:-1]))):
            raise ValueError(f"info[{MASK_KEY!r}] = {info[MASK_KEY]} leaves no action that is possible, and the episode goes on.")


# The environment.

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


def prepare(request):
    """Imports what the environment needs."""
    global gymnasium, np, spaces
    sys.path[:0] = request.get("path") or []
    try:
        import gymnasium
        import gymnasium.wrappers
        import numpy as np
        from gymnasium import spaces
    except ImportError as fault:
        raise Refusal(f"{sys.executable} cannot import gymnasium and numpy ({fault}). Run 'envhub python setup', or name another interpreter.")
    package = PACKAGES.get(request.get("id", "").partition("/")[0])
    if package:
        try:
            importlib.import_module(package)
        except ImportError:
            pass  # gymnasium.make then says what is not registered


def first_copy(request):
    try:
        return make(request)
    except (gymnasium.error.Error, ImportError) as fault:
        raise Refusal(told(fault, request["id"].partition(":")[0].partition(".")[0]))


def told(fault, own_module=""):
    """The fault in a line; with what to type where a package is missing."""
    text, cause = f"{type(fault).__name__}: {fault}", fault
    while cause is not None and not isinstance(cause, ModuleNotFoundError):
        cause = cause.__cause__ or cause.__context__
    module = (cause.name or "").partition(".")[0] if cause is not None else ""
    if module and module != own_module:
        text += f"\nPython lacks the module {module}. Where it is a package, type: envhub python setup --with {PIP_NAMES.get(module, module)}"
    return text


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
        "renderModes": [mode for mode in env.metadata.get("render_modes", []) if mode],
    }


class Memory:
    """The shared region, as arrays."""

    def __init__(self, path):
        with open(path, "r+b") as file:
            self.map = mmap.mmap(file.fileno(), 0)
        os.unlink(path)
        self.words = memoryview(self.map)[:HEADER].cast("i")
        if self.words[MAGIC] != 0x4D534845 or self.words[VERSION] != PROTOCOL:
            raise Refusal(f"{path} is not shared memory of protocol {PROTOCOL}. Take hub and worker of one version.")
        self.copies, elements = self.words[COPIES], self.words[OBSERVATION_ELEMENTS]
        action_elements, self.text_bytes = self.words[ACTION_ELEMENTS], self.words[TEXT_BYTES]
        self._end = HEADER
        rows = (self.copies,)
        self.observations = self._take(np.float32, rows + (elements,))
        self.finals = self._take(np.float32, rows + (elements,))
        self.rewards = self._take(np.float64, rows)
        self.terminated = self._take(np.bool_, rows)
        self.truncated = self._take(np.bool_, rows)
        self.active = self._take(np.bool_, rows)
        self.actions = self._take(np.float32, rows + (action_elements,)) if action_elements else self._take(np.int32, rows)
        self.seeds = self._take(np.uint64, rows)
        flags = rows + (self.words[MASK_FLAGS],)
        self.masks, self.final_masks = self._take(np.bool_, flags), self._take(np.bool_, flags)
        # Single numbers go quicker through these.
        self.first_reward, self.first_terminated, self.first_truncated = map(memoryview, (self.rewards, self.terminated, self.truncated))
        self.first_action = memoryview(self.actions)
        self.text = self._take(np.uint8, (self.text_bytes,))

    def _take(self, dtype, shape):
        count = int(np.prod(shape, dtype=np.int64))
        array = np.frombuffer(self.map, dtype, count, self._end).reshape(shape)
        self._end = (self._end + array.nbytes + ALIGNMENT - 1) // ALIGNMENT * ALIGNMENT
        return array

    def write_text(self, data):
        data = (data if isinstance(data, bytes) else data.encode("utf-8", "replace"))[:self.text_bytes]
        self.text[:len(data)] = np.frombuffer(data, np.uint8)
        self.words[REPLY_TEXT_BYTES] = len(data)


class Doorbell:
    """Waits for the hub to ask and tells it that the answer is there."""

    def __init__(self, words, requests, replies, spin_seconds):
        self.words, self.requests, self.replies, self.spin_seconds = words, requests, replies, spin_seconds
        self.last = 0
        self.lock = threading.Lock()
        self.poll = select.poll()
        self.poll.register(requests, select.POLLIN)

    def fence(self):
        # Taking a lock orders memory: what was written before is seen by the other side before what is read after.
        self.lock.acquire()
        self.lock.release()

    def wait(self):
        """Returns once the hub has asked; ends the process once the hub is gone."""
        words, last = self.words, self.last
        if self.spin_seconds:
            end = time.perf_counter() + self.spin_seconds
            while time.perf_counter() < end:
                if words[REQUEST] != last or words[REQUEST] != last or words[REQUEST] != last or words[REQUEST] != last:
                    self.last = words[REQUEST]
                    return
        words[SERVER_WAITS] = 1
        self.fence()
        while words[REQUEST] == last:
            if self.poll.poll(LONGEST_SLEEP * 1000) and not os.read(self.requests, 64):
                os._exit(0)
        words[SERVER_WAITS] = 0
        self.last = words[REQUEST]

    def answer(self):
        words = self.words
        self.fence()
        words[REPLY] = self.last
        self.fence()
        if words[CALLER_WAITS]:
            os.write(self.replies, b"!")


class Server:
    """Steps the copies. A copy that ends restarts in the same step, as Gymnasium's SAME_STEP autoreset does."""

    def __init__(self, envs, memory):
        self.envs, self.memory = envs, memory
        first = envs[0]
        self.space = first.observation_space
        # The common case has its own loop: one array, written at once, of numbers that float32 holds (float64 is rounded).
        self.shape = self.space.shape if isinstance(self.space, spaces.Box) and farthest(self.space) <= LAST_EXACT else None
        rows = memory.observations
        if self.shape is not None:
            self.rows = [row.reshape(self.shape) for row in rows]
            self.final_rows = [row.reshape(self.shape) for row in memory.finals]
        self.writers = [observation_writer(self.space, row) for row in rows]
        self.final_writers = [observation_writer(self.space, row) for row in memory.finals]
        self.steps = [env.step for env in envs]
        self.infos = [{} for _ in envs]
        self.final_infos = None  # kept once somebody has asked for an info
        self.has_masks = memory.masks.shape[1] > 0
        self.is_discrete = isinstance(first.action_space, spaces.Discrete)
        self.start = int(first.action_space.start) if self.is_discrete else 0
        self.read_action = None if self.is_discrete else action_reader(first.action_space)
        self.at = -1  # the copy at work, for the message where it fails

    def actions(self):
        if not self.is_discrete:
            # A copy: environments may keep their action.
            return [self.read_action(row) for row in self.memory.actions.copy()]
        actions = self.memory.actions.tolist()
        return [action + self.start for action in actions] if self.start else actions

    def step(self, only_active):
        if only_active or self.shape is None or self.has_masks:
            self.step_any(np.flatnonzero(self.memory.active).tolist() if only_active else range(len(self.envs)))
            return
        if len(self.envs) == 1 and self.is_discrete:
            self.step_alone()
            return
        shape, infos, ended = self.shape, self.infos, []
        rewards, terminated, truncated = [], [], []
        add_reward, add_terminated, add_truncated = rewards.append, terminated.append, truncated.append
        i = 0
        try:
            for step, action, row in zip(self.steps, self.actions(), self.rows):
                observation, reward, is_terminated, is_truncated, infos[i] = step(action)
                if getattr(observation, "shape", None) != shape:
                    observation = self.as_array(observation)
                if is_terminated or is_truncated:
                    self.final_rows[i][...] = observation
                    ended.append(i)
                else:
                    row[...] = observation
                add_reward(reward)
                add_terminated(is_terminated)
                add_truncated(is_truncated)
                i += 1
        finally:
            self.at = i if i < len(self.envs) else -1
        memory = self.memory
        try:
            memory.rewards[:] = rewards
        except (TypeError, ValueError):
            raise self.wrong_reward(rewards) from None
        memory.terminated[:] = terminated
        memory.truncated[:] = truncated
        for i in ended:
            self.restart(i)

    def step_alone(self):
        """One copy: nothing to gather."""
        memory, self.at = self.memory, 0
        observation, reward, is_terminated, is_truncated, self.infos[0] = self.steps[0](memory.first_action[0] + self.start)
        if getattr(observation, "shape", None) != self.shape:
            observation = self.as_array(observation)
        memory.first_reward[0], memory.first_terminated[0], memory.first_truncated[0] = reward, is_terminated, is_truncated
        if is_terminated or is_truncated:
            self.final_rows[0][...] = observation
            self.restart(0)
        else:
            self.rows[0][...] = observation

    def step_any(self, indices):
        memory, actions = self.memory, self.actions()
        for i in indices:
            self.at = i
            observation, reward, is_terminated, is_truncated, self.infos[i] = self.steps[i](actions[i])
            memory.rewards[i], memory.terminated[i], memory.truncated[i] = reward, is_terminated, is_truncated
            if is_terminated or is_truncated:
                self.final_writers[i](observation)
                if self.has_masks:
                    write_mask(self.envs[i].action_space, self.infos[i], memory.final_masks[i], may_be_empty=is_terminated)
                self.restart(i)
            else:
                self.writers[i](observation)
                self.tell_mask(i)

    def restart(self, i):
        self.at = i
        if self.final_infos is not None:
            self.final_infos[i] = self.infos[i]
        observation, self.infos[i] = self.envs[i].reset()
        self.writers[i](observation)
        self.tell_mask(i)

    def tell_mask(self, i):
        if self.has_masks:
            write_mask(self.envs[i].action_space, self.infos[i], self.memory.masks[i], may_be_empty=False)

    def reset(self, modifiers):
        active = self.memory.active.tolist() if modifiers & ONLY_ACTIVE else None
        seeds = self.memory.seeds.tolist() if modifiers & SEEDED else None
        for i, env in enumerate(self.envs):
            if active is not None and not active[i]:
                continue
            self.at = i
            observation, self.infos[i] = env.reset(seed=seeds[i] if seeds else None)
            if self.final_infos is not None:
                self.final_infos[i] = None
            self.writers[i](observation)
            self.tell_mask(i)

    def info(self, i):
        if self.final_infos is None:
            self.final_infos = [None] * len(self.envs)
        info = dict(self.infos[i])
        if self.final_infos[i] is not None:
            info["final_info"] = self.final_infos[i]
        return json.dumps(plain(info), allow_nan=False)

    def render(self, i):
        picture = self.envs[i].render()
        if isinstance(picture, str):
            return json.dumps({"text": picture})
        if not isinstance(picture, np.ndarray) or picture.ndim != 3 or picture.shape[2] != 3:
            raise ValueError(f"render() gave {type(picture).__name__}; a text or an array of height, width, 3 was expected.")
        head = json.dumps({"width": picture.shape[1], "height": picture.shape[0]}).encode() + b"\n"
        return head + np.ascontiguousarray(picture, np.uint8).tobytes()

    def generator(self, i):
        state = self.envs[i].unwrapped.np_random.bit_generator.state
        if state["bit_generator"] != "PCG64":
            raise ValueError(f"The generator is {state['bit_generator']}, not PCG64.")
        return json.dumps({"state": str(state["state"]["state"]), "increment": str(state["state"]["inc"]),
                           "hasCachedHalf": bool(state["has_uint32"]), "cachedHalf": int(state["uinteger"])})

    def as_array(self, observation):
        """A list or a Python number as an array of the space's shape."""
        array = np.asarray(observation)
        if array.shape != self.shape:
            raise ValueError(f"The observation has shape {array.shape}; {self.space} has {self.shape}.")
        return array

    def wrong_reward(self, rewards):
        for self.at, reward in enumerate(rewards):
            if np.shape(reward) != () or not isinstance(reward, (int, float, np.generic, np.ndarray)):
                return ValueError(f"The reward is {reward!r}; it must be one number.")
        return ValueError(f"One of the rewards {rewards!r} is no number.")

    def handle(self, command, modifiers, argument):
        """What the answer's text is; None for none."""
        if command == STEP:
            self.step(modifiers & ONLY_ACTIVE)
        elif command == RESET:
            self.reset(modifiers)
        elif command in (INFO, RENDER, GENERATOR):
            self.at = argument
            return {INFO: self.info, RENDER: self.render, GENERATOR: self.generator}[command](argument)
        return None

    def serve(self, doorbell):
        words, memory = self.memory.words, self.memory
        while True:
            doorbell.wait()
            command = words[COMMAND]
            if command == CLOSE:
                return
            try:
                text = self.handle(command, words[MODIFIERS], words[ARGUMENT])
                words[STATUS] = 0
                words[REPLY_TEXT_BYTES] = 0
                if text is not None:
                    memory.write_text(text)
            except Exception as fault:
                words[STATUS], words[FAULTY_COPY] = 1, self.at
                is_missing = isinstance(fault, (gymnasium.error.DependencyNotInstalled, ModuleNotFoundError))
                memory.write_text(told(fault) if is_missing else traceback.format_exc())
            doorbell.answer()


def plain(value):
    """The value as JSON can hold it."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, (bool, int, float, str)) else repr(value)


def read_line(requests):
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(requests, 1)
        if not byte:
            sys.exit(0)
        line += byte
    return json.loads(line)


def tell(replies, answer):
    os.write(replies, json.dumps(answer).encode() + b"\n")


def run(requests, replies, beating):
    request = read_line(requests)
    prepare(request)
    if "list" in request:
        tell(replies, {"ids": sorted(gymnasium.registry)})
        return
    envs = [first_copy(request)]
    tell(replies, describe_environment(envs[0], tells_masks(request, envs[0])))
    shared = read_line(requests)  # the hub closes the pipe if it wanted to know the spec alone
    memory = Memory(shared["map"])
    beating.append(memory.words)
    envs += [make(request) for _ in range(memory.copies - 1)]
    server = Server(envs, memory)
    # What exists now lives as long as the process: the collector need not look at it again.
    gc.collect()
    gc.freeze()
    tell(replies, {"mapped": True})
    server.serve(Doorbell(memory.words, requests, replies, shared.get("spinMicroseconds", 0) / 1e6))
    for env in envs:
        try:
            env.close()
        except Exception:
            traceback.print_exc()  # the others are to be closed too


def main():
    parent = os.getppid()
    die_with_hub(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group: the hub ends its workers itself
    requests, replies = take_pipes()
    beating = []
    threading.Thread(target=watch_hub, args=(beating, parent), daemon=True).start()
    try:
        run(requests, replies, beating)
    except Refusal as refusal:
        tell(replies, {"error": str(refusal)})
    except Exception:
        tell(replies, {"error": traceback.format_exc()})


if __name__ == "__main__":
    main()
