"""An environment that tells in its info which actions are possible, and ends the episode at any other."""
import gymnasium
import numpy as np


class Gate(gymnasium.Env):
    """One action of each component is possible at a time, drawn at random; the observation does not show it. A fault earns -1 and ends the episode."""

    def __init__(self, kind="discrete", broken=False):
        self.kind, self.broken = kind, broken
        self.observation_space = gymnasium.spaces.Box(0, 1, (1,), np.float32)
        self.action_space = {
            "discrete": gymnasium.spaces.Discrete(4, start=10),
            "multi": gymnasium.spaces.MultiDiscrete([2, 3]),
            "bits": gymnasium.spaces.MultiBinary(2),
            "tuple": gymnasium.spaces.Tuple((gymnasium.spaces.Discrete(3), gymnasium.spaces.Box(-1, 1, (1,), np.float32))),
        }[kind]

    def mask(self):
        if self.kind == "discrete":
            mask = np.zeros(4, np.int8)
            if not (self.broken and self.steps == 3):
                mask[self.open[0]] = 1
            return mask
        if self.kind == "multi":
            return tuple(np.eye(count, dtype=np.int8)[index % count] for count, index in zip((2, 3), self.open))
        if self.kind == "bits":
            return np.array([self.open[0] % 2, 2], np.int8)
        return (np.eye(3, dtype=np.int8)[self.open[0] % 3], None)

    def move(self):
        self.open = self.np_random.integers(4, size=2)
        return self.np_random.random(1, np.float32), {"action_mask": self.mask()}

    def fits(self, action):
        if self.kind == "discrete":
            return action == self.open[0] + 10
        if self.kind == "multi":
            return (action == self.open % [2, 3]).all()
        if self.kind == "bits":
            return action[0] == self.open[0] % 2
        return action[0] == self.open[0] % 3

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.steps = 0
        return self.move()

    def step(self, action):
        fault = not self.fits(action)
        self.steps += 1
        return *self.move()[:1], -1.0 if fault else 1.0, bool(fault), False, {"action_mask": self.mask()}


gymnasium.register("Gate-v0", entry_point=Gate, max_episode_steps=20)
