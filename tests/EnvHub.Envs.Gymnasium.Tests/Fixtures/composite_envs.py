"""Environments whose observations and actions are made of parts; they observe the action that they were given."""
import gymnasium
import numpy as np
from gymnasium import spaces


class Echo(gymnasium.Env):
    def __init__(self, space):
        self.action_space = {
            "nested": lambda: spaces.Dict({"b": spaces.Tuple((spaces.Discrete(5, start=-2), spaces.MultiBinary(2))),
                                           "a": spaces.Box(-1, 1, (2, 2), np.float64)}),
            "counts": lambda: spaces.MultiDiscrete([[3, 4], [5, 6]]),
            "graph": lambda: spaces.Graph(spaces.Discrete(3), None),
        }[space]()
        self.observation_space = self.action_space

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.observation_space.seed(1)
        return self.observation_space.sample(), {}

    def step(self, action):
        assert action in self.action_space, action
        return action, 0.0, False, False, {}


gymnasium.register("Echo-v0", entry_point=Echo)
