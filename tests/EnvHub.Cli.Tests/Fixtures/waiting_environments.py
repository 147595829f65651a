"""A walk that stands still in its 150th step for as long as a file is there: time to kill whoever steps it."""
import os
import time

import gymnasium
import numpy


class Waiting(gymnasium.Env):
    observation_space = gymnasium.spaces.Box(-10, 10, (1,), numpy.float32)
    action_space = gymnasium.spaces.Discrete(2)

    def __init__(self, file):
        self.file, self.steps, self.place = file, 0, 0.0

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.place = float(self.np_random.uniform(-1, 1))
        return numpy.array([self.place], numpy.float32), {}

    def step(self, action):
        self.steps += 1
        while self.steps == 150 and os.path.exists(self.file):
            time.sleep(0.01)
        self.place += 0.5 if action == 1 else -0.5
        return numpy.array([self.place], numpy.float32), 1.0, abs(self.place) > 5, False, {}


gymnasium.register("Waiting-v0", Waiting, max_episode_steps=40)
