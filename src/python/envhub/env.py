"""One copy of a native environment, as a gymnasium.Env."""
import json
import operator

import gymnasium
import numpy as np

from envhub.connection import RENDER, RESET, SEEDED, STEP, Connection
from envhub.errors import HubError
from envhub.spaces import Elements, read_space
from envhub.state import Stateful


class EnvHubEnv(Stateful, gymnasium.Env):
    """Steps in a hub; the same seed and actions give the very trajectory that Gymnasium's own environment gives.

    ``hub`` is the address of a hub that listens, ``unix:PATH``; else ENVHUB_ADDRESS counts, else a hub's process is started for this object.
    ``settings`` are the environment's, as ``gymnasium.make`` takes them. Like Gymnasium's classes it has no step limit of its own:
    ``gymnasium.make`` adds that. The generator that draws is the hub's; ``np_random`` is seeded alike, but does not follow it.
    """

    # What the hub can draw; each environment's own replaces it once the hub has told.
    metadata = {"render_modes": ["ansi", "rgb_array"], "render_fps": 30}
    _connected = ("_hub", "_row", "_actions", "_rewards", "_terminated", "_truncated")

    def __init__(self, hub_id: str, render_mode: str = None, *, hub: str = None, **settings):
        settings.setdefault("max_episode_steps", -1)
        self.render_mode = render_mode
        self._connect(({
            "id": hub_id, "settings": settings, "copies": 1, "autoreset": "Disabled", "render": render_mode, "infos": True}, hub))
        told = self._hub.description
        self.metadata = {"render_modes": told["renderModes"], "render_fps": told["renderFps"]}
        self.observation_space, self.action_space = read_space(told["observationSpace"]), read_space(told["actionSpace"])
        self._observation = Elements(self.observation_space)
        self._action = None if _is_discrete(self.action_space) else Elements(self.action_space)

    def reset(self, *, seed=None, options=None):
        """Starts an episode. After ``close`` it takes a new copy in the hub, as Gymnasium's own environments may be used again."""
        super().reset(seed=seed)
        if self._hub.is_closed:
            self._connect(self._arguments)
        if seed is not None:
            self._hub.memory.seeds[0] = seed
        self._hub.call(RESET, 0 if seed is None else SEEDED)
        return self._observation.read(self._row), self._info()

    def step(self, action):
        if self._action is None:
            self._actions[0] = discrete_index(self.action_space, action)
        else:
            self._action.write(action, self._actions[0])
        self._hub.call(STEP)
        return (self._observation.read(self._row), float(self._rewards[0]), bool(self._terminated[0]), bool(self._truncated[0]), self._info())

    def render(self):
        if self.render_mode is None:
            gymnasium.logger.warn("render() was called without a render mode. Give one to make, e.g. render_mode='rgb_array'.")
            return None
        self._hub.call(RENDER)
        return read_picture(self._hub.reply_text())

    def close(self):
        # Called by the base class's finalizer too, also where making failed.
        if hasattr(self, "_hub"):
            self._hub.close()

    def _connect(self, arguments):
        self._arguments, self._hub = arguments, Connection(*arguments)
        memory = self._hub.memory
        self._row, self._actions = memory.observations[0], memory.actions
        self._rewards, self._terminated, self._truncated = memory.rewards, memory.terminated, memory.truncated

    def _info(self):
        text = self._hub.reply_text()
        return read_info(json.loads(text)[0]) if text else {}


def _is_discrete(space):
    return isinstance(space, gymnasium.spaces.Discrete)


def discrete_index(space, action) -> int:
    """The action counted from 0."""
    index = operator.index(action) - int(space.start)
    if not -(2**31) <= index < 2**31:
        raise HubError(f"EH1102 the action {action} is outside {space}.")
    return index


def read_info(info: dict) -> dict:
    """JSON's lists as the arrays that Gymnasium's environments give; a mask as ``sample`` takes it."""
    return {key: np.array(value, np.int8 if key == "action_mask" else None) if isinstance(value, list) else value
            for key, value in info.items()}


def read_picture(reply: bytes):
    """A text, or an array of height, width, 3."""
    head, _, pixels = reply.partition(b"\n")
    head = json.loads(head)
    if "text" in head:
        return head["text"]
    return np.frombuffer(pixels, np.uint8).reshape(head["height"], head["width"], 3).copy()
