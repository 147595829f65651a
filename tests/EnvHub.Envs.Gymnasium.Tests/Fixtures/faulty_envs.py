"""Environments that go wrong when their action says so."""
import os
import signal
import sys
import time

import gymnasium
import numpy as np


class Faulty(gymnasium.Env):
    """Counts its steps. Observes (seed drawn at reset, steps since); ends after `length` steps. Writes to the folder `marks` where it is stuck."""

    def __init__(self, fault=None, at=3, length=1000, marks=None, render_mode=None):
        self.observation_space = gymnasium.spaces.Box(-np.inf, np.inf, (2,), np.float32)
        self.action_space = gymnasium.spaces.Discrete(2)
        self.fault, self.at, self.length, self.render_mode = fault, at, length, render_mode
        self.total, self.marks = 0, marks
        if fault == "slow start":
            print("stuck", file=sys.stderr, flush=True)
            time.sleep(600)
        if fault == "broken constructor":
            raise RuntimeError("the constructor gave up")

    def mark(self, state):
        """Says that this process will soon be in a state, as /proc/PID/stat has it."""
        if self.marks:
            with open(os.path.join(self.marks, str(os.getpid())), "w") as file:
                file.write(state)

    def observe(self):
        return np.array([self.start, self.steps], np.float32)

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.start, self.steps = float(self.np_random.integers(1 << 20)), 0
        return self.observe(), {"start": self.start}

    def step(self, action):
        self.steps += 1
        self.total += 1
        observation, reward = self.observe(), 1.0
        if self.total == self.at:
            if self.fault == "exception":
                raise RuntimeError("the wheel came off")
            if self.fault == "exit":
                os._exit(7)
            if self.fault == "sys exit":
                sys.exit(7)
            if self.fault == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            if self.fault == "hang":
                self.mark("S")
                time.sleep(3600)
            if self.fault == "stop":
                self.mark("T")
                os.kill(os.getpid(), signal.SIGSTOP)
            if self.fault == "nan observation":
                observation[1] = np.nan
            if self.fault == "nan reward":
                reward = float("nan")
            if self.fault == "wrong shape":
                observation = np.zeros(3, np.float32)
            if self.fault == "scalar":
                observation = np.zeros((), np.float32)
        if self.fault == "stdout":
            print("rubbish " * 100)
            os.write(1, b"\x00\x01rubbish\n" * 100)
        if self.fault == "stderr":
            os.write(2, b"flood " * 100_000)
        return observation, reward, self.steps >= self.length, False, {"steps": self.steps}


gymnasium.register("Faulty-v0", entry_point=Faulty)
