"""Environments that are odd, though Gymnasium makes them; the argument says how."""
import subprocess

import gymnasium
import numpy as np
from gymnasium import spaces

SPACES = {
    "wide integers": spaces.Box(-2**62, 2**62, (2,), np.int64),
    "many states": spaces.Discrete(2**25),
    "image": spaces.Box(0, 255, (84, 84, 3), np.uint8),
    "no shape": spaces.Box(-1, 1, (), np.float64),
}


class Odd(gymnasium.Env):
    def __init__(self, kind, value=0, render_mode=None):
        self.observation_space = SPACES.get(kind, spaces.Box(-9, 9, (2,), np.float32))
        self.action_space = spaces.Discrete(2)
        self.metadata = {"render_modes": ["rgb_array"]}
        self.kind, self.value, self.render_mode = kind, value, render_mode
        # As a simulator would start its server.
        self.child = subprocess.Popen(["sleep", "600"]).pid if kind == "child" else 0

    def observe(self):
        if self.kind == "list":
            return [1, 2.5]
        if self.kind == "no shape":
            return 0.5
        return np.full(self.observation_space.shape, self.value, self.observation_space.dtype)

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        return self.observe(), {"child": self.child}

    def step(self, action):
        reward = np.ones(2) if self.kind == "two rewards" and action == 1 else np.array(1.5) if self.kind == "list" else True
        return self.observe(), reward, np.array(False), np.bool_(False), {}

    def render(self):
        import no_such_module
        return no_such_module.draw()

    def close(self):
        if self.kind == "bad close":
            raise RuntimeError("close gave up")


gymnasium.register("Odd-v0", entry_point=Odd)
