"""An environment whose actions and observations are composite, and which draws itself as text."""
import gymnasium
import numpy as np
from gymnasium import spaces


class Tickets(gymnasium.Env):
    """Buys tickets: a kind of 3 from -1 on, and how many of two classes; sees money and what was bought. Ends after 5 steps."""

    metadata = {"render_modes": ["human", "ansi"], "render_fps": 2}

    def __init__(self, render_mode=None):
        self.render_mode = render_mode
        self.action_space = spaces.Dict({"kind": spaces.Discrete(3, start=-1), "count": spaces.Tuple((spaces.MultiDiscrete([4, 5]), spaces.Box(0, 1, (2,), np.float32)))})
        self.observation_space = spaces.Tuple((spaces.Box(-100, 100, (2,), np.float32), spaces.Discrete(3, start=-1), spaces.MultiBinary(2)))

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.money = self.np_random.uniform(0, 10, 2).astype(np.float32)
        self.steps, self.kind = 0, 0
        return self.observe(), {}

    def observe(self):
        return self.money.copy(), self.kind, (self.money > 5).astype(np.int8)

    def step(self, action):
        assert action in self.action_space, action
        self.steps += 1
        self.kind = int(action["kind"])
        counts, shares = action["count"]
        self.money += (counts * shares + self.kind).astype(np.float32)
        return self.observe(), float(self.kind), self.steps == 5, False, {}

    def render(self):
        return f"{self.money} {self.kind}\n"


gymnasium.register("Tickets-v0", entry_point=Tickets)
