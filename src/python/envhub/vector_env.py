"""Many copies of a native environment, as a gymnasium.vector.VectorEnv."""
import json

import gymnasium
import numpy as np
from gymnasium.vector import AutoresetMode, VectorEnv
from gymnasium.vector.utils import batch_space

from envhub.connection import ONLY_ACTIVE, RENDER, RESET, SEEDED, STEP, Connection
from envhub.env import read_info, read_picture
from envhub.errors import HubError
from envhub.spaces import Elements, read_space
from envhub.state import Stateful


class EnvHubVectorEnv(Stateful, VectorEnv):
    """N copies that the hub steps together.

    ``autoreset_mode`` is NEXT_STEP by default, as Gymnasium's: the step after an episode's end starts the next one. With SAME_STEP, the hub's
    own, a copy that ends restarts in the same step, and ``info["final_obs"]`` holds what the old episode saw last. ``copy=False`` returns observations that the next step overwrites. ``infos=True`` brings the
    environment's own infos, at the price of one dictionary per copy and step. ``hub`` is the address of a hub that
    listens, ``unix:PATH``; else ENVHUB_ADDRESS counts, else a hub's process is started for this object.
    """

    metadata = {"render_modes": ["ansi", "rgb_array"], "render_fps": 30, "autoreset_mode": AutoresetMode.NEXT_STEP}
    _connected = ("_hub", "_views")

    def __init__(self, hub_id: str, num_envs: int = 1, render_mode: str = None, *, autoreset_mode=AutoresetMode.NEXT_STEP,
                 copy: bool = True, infos: bool = False, hub: str = None, **settings):
        mode = AutoresetMode(autoreset_mode)
        self._connect(({
            "id": hub_id, "settings": settings, "copies": num_envs, "autoreset": mode.value, "render": render_mode, "infos": infos}, hub))
        told = self._hub.description
        self.metadata = {"render_modes": told["renderModes"], "render_fps": told["renderFps"], "autoreset_mode": mode}
        self.num_envs, self.render_mode, self.copy = num_envs, render_mode, copy
        self.single_observation_space, self.single_action_space = read_space(told["observationSpace"]), read_space(told["actionSpace"])
        self.observation_space = batch_space(self.single_observation_space, num_envs)
        self.action_space = batch_space(self.single_action_space, num_envs)
        self._is_same_step = mode == AutoresetMode.SAME_STEP
        self._observation = Elements(self.single_observation_space)
        self._is_discrete = isinstance(self.single_action_space, gymnasium.spaces.Discrete)
        self._start = int(self.single_action_space.start) if self._is_discrete else 0
        self._action = Elements(self.single_action_space)

    def reset(self, *, seed=None, options=None):
        memory, modifiers = self._hub.memory, 0
        super().reset(seed=seed if isinstance(seed, int) else None)
        mask = (options or {}).get("reset_mask")
        if mask is not None:
            modifiers |= ONLY_ACTIVE
            np.copyto(memory.active, self._checked_mask(mask), casting="no")
        if seed is not None:
            modifiers |= SEEDED
            memory.seeds[:] = self._seeds(seed)
        self._hub.call(RESET, modifiers)
        return self._observations(), self._infos({})

    def step(self, actions):
        memory = self._hub.memory
        if self._is_discrete:
            self._write_indices(np.asarray(actions), memory.actions)
        else:
            self._action.write(actions, memory.actions)
        self._hub.call(STEP)
        terminated, truncated = memory.terminated.copy(), memory.truncated.copy()
        info = {}
        if self._is_same_step:
            ended = terminated | truncated
            if ended.any():
                info = self._final(ended)
        return self._observations(), memory.rewards.copy(), terminated, truncated, self._infos(info)

    def render(self):
        """One picture per copy."""
        if self.render_mode is None:
            gymnasium.logger.warn("render() was called without a render mode. Give one to make_vec, e.g. render_mode='rgb_array'.")
            return None
        return tuple(self._picture(i) for i in range(self.num_envs))

    def close_extras(self, **kwargs):
        # Called by the base class's finalizer too, also where making failed.
        if hasattr(self, "_hub"):
            self._hub.close()

    def _connect(self, arguments):
        self._arguments, self._hub = arguments, Connection(*arguments)
        # Only float32 boxes lie in memory as Gymnasium returns them.
        space, rows = read_space(self._hub.description["observationSpace"]), self._hub.memory.observations
        is_box = isinstance(space, gymnasium.spaces.Box) and space.dtype == np.float32
        self._views = rows.reshape((len(rows),) + space.shape) if is_box else None

    def _observations(self):
        if self._views is None:
            return self._observation.read(self._hub.memory.observations)
        return self._views.copy() if self.copy else self._views

    def _write_indices(self, actions, indices):
        if actions.shape != indices.shape:
            raise ValueError(f"The actions have shape {actions.shape}; {self.num_envs} copies need {indices.shape}.")
        shifted = actions - self._start if self._start else actions
        np.copyto(indices, shifted, casting="same_kind")
        if shifted.dtype.itemsize > 4 and not np.array_equal(indices, shifted):
            raise HubError(f"EH1102 an action is outside {self.single_action_space}: {actions[np.flatnonzero(indices != shifted)[0]]}.")

    def _final(self, ended):
        indices = np.flatnonzero(ended)
        rows = self._hub.memory.final_observations[indices]
        finals = np.full(self.num_envs, None, dtype=object)
        values = rows.reshape((len(rows),) + self.single_observation_space.shape) if self._views is not None \
            else [self._observation.read(row) for row in rows]
        for i, value in zip(indices.tolist(), values):
            finals[i] = value
        return {"final_obs": finals, "_final_obs": ended, "final_info": {}, "_final_info": ended.copy()}

    def _infos(self, info):
        text = self._hub.reply_text()
        if text:
            for i, one in enumerate(json.loads(text)):
                final = one.pop("final_info", None)
                if final:
                    info["final_info"] = self._add_info(info.get("final_info", {}), read_info(final), i)
                info = self._add_info(info, read_info(one), i)
        return info

    def _picture(self, i):
        self._hub.call(RENDER, argument=i)
        return read_picture(self._hub.reply_text())

    def _seeds(self, seed):
        if isinstance(seed, (int, np.integer)):
            return np.arange(self.num_envs, dtype=np.uint64) + np.uint64(seed)
        if len(seed) != self.num_envs or any(one is None for one in seed):
            raise ValueError(f"The seeds are {seed}; give one number, or one per copy ({self.num_envs}).")
        return np.array(seed, np.uint64)

    def _checked_mask(self, mask):
        if not isinstance(mask, np.ndarray) or mask.dtype != np.bool_ or mask.shape != (self.num_envs,) or not mask.any():
            raise ValueError(f"options['reset_mask'] is {mask!r}; it must be a boolean array of shape ({self.num_envs},) with a true one.")
        return mask
