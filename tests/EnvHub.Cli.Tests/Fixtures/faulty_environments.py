"""Environments with one fault each, named by the rule that must find it; Good-v0 has none, HeavyCartPole-v0 is no CartPole."""
import gymnasium
import numpy
from gymnasium import spaces
from gymnasium.envs.classic_control.cartpole import CartPoleEnv


class Good(gymnasium.Env):
    """A random walk that ends beyond 3."""

    metadata = {"render_modes": ["rgb_array", "ansi"], "render_fps": 10}

    def __init__(self, render_mode=None):
        self.render_mode = render_mode
        self.observation_space = spaces.Box(-10, 10, (2,), numpy.float32)
        self.action_space = spaces.Discrete(3)

    def see(self):
        return numpy.array([self.x, min(self.n, 50) / 10], numpy.float32)

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.x, self.n = self.np_random.uniform(-1, 1), 0
        return self.see(), {}

    def step(self, action):
        self.x += float(action) - 1 + self.np_random.uniform(-0.5, 0.5)
        self.n += 1
        return self.see(), 1.0, bool(abs(self.x) > 3), False, {}

    def render(self):
        return f"x {self.x:.2f}" if self.render_mode == "ansi" else numpy.zeros((4, 6, 3), numpy.uint8)


class Spaces(Good):
    def __init__(self, render_mode=None):
        super().__init__(render_mode)
        self.action_space = None


class SpacesAgree(Good):
    made = 0

    def __init__(self, render_mode=None):
        super().__init__(render_mode)
        SpacesAgree.made += 1
        self.observation_space = spaces.Box(-10 - SpacesAgree.made, 10, (2,), numpy.float32)


class SpaceStructure(Good):
    def __init__(self, render_mode=None):
        super().__init__(render_mode)
        self.observation_space = spaces.Tuple(())

    def see(self):
        return ()


class SpaceLimits(Good):
    def __init__(self, render_mode=None):
        super().__init__(render_mode)
        self.observation_space = spaces.Box(-numpy.inf, numpy.inf, (2,), numpy.float32)


class ExactNumbers(Good):
    def __init__(self, render_mode=None):
        super().__init__(render_mode)
        self.observation_space = spaces.Dict({"x": spaces.Box(-10, 10, (2,), numpy.float64), "many": spaces.Discrete(2**25)})

    def see(self):
        return {"x": numpy.array([self.x, min(self.n, 50) / 10]), "many": numpy.int64(self.n)}


class ResetSignature(Good):
    def reset(self, *, seed=5, options=None):
        return super().reset(seed=seed)


class ResetResult(Good):
    def reset(self, *, seed=None, options=None):
        return super().reset(seed=seed)[0]


class ResetOptions(Good):
    def reset(self, *, seed=None, options=None):
        if options is not None:
            options["low"]
        return super().reset(seed=seed)


class StepResult(Good):
    def step(self, action):
        seen, reward, terminated, truncated, info = super().step(action)
        return seen, reward, int(terminated), truncated, info


class Runs(Good):
    def step(self, action):
        if self.n == 2:
            raise RuntimeError("out of fuel")
        return super().step(action)


class Finite(Good):
    def step(self, action):
        seen, _, *rest = super().step(action)
        return seen, numpy.nan if self.n == 2 else 1.0, *rest


class ObservationInSpace(Good):
    def see(self):
        return super().see().astype(numpy.float64)


class ResetSeed(Good):
    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.x = numpy.random.default_rng().uniform(-1, 1)
        return self.see(), {}


class SeedUsed(Good):
    def reset(self, *, seed=None, options=None):
        return super().reset(seed=None if seed is None else 7)


class Determinism(Good):
    taken = 0

    def step(self, action):
        Determinism.taken += 1
        seen, _, *rest = super().step(action)
        return seen, float(Determinism.taken), *rest


class GeneratorDeterminism(Good):
    taken = 0

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.x = 0.0
        return self.see(), {}

    def step(self, action):
        GeneratorDeterminism.taken += 1
        self.np_random.random(GeneratorDeterminism.taken % 7)
        self.x += float(action) - 1
        self.n += 1
        return self.see(), 1.0, bool(abs(self.x) > 3), False, {}


class ContinuedReset(Good):
    last = None

    def reset(self, *, seed=None, options=None):
        self.last = self.last if seed is None else seed
        return super().reset(seed=self.last)


class BufferAliasing(Good):
    def __init__(self, render_mode=None):
        super().__init__(render_mode)
        self.buffer = numpy.zeros(2, numpy.float32)

    def see(self):
        self.buffer[:] = super().see()
        return self.buffer


class Truncation(Good):
    def step(self, action):
        seen, reward, _, truncated, info = super().step(1)
        self.x = float(numpy.clip(self.x, -3, 3))
        return self.see(), reward, False, truncated, info


class StepAfterEnd(Good):
    ends = 0

    def step(self, action):
        seen, _, terminated, *rest = super().step(action)
        self.ends += terminated
        return seen, float(self.ends), terminated, *rest


class Shared:
    x = 0.0


class CopiesIndependent(Good):
    @property
    def x(self):
        return Shared.x

    @x.setter
    def x(self, value):
        Shared.x = value


class ActionBounds(Good):
    def __init__(self, render_mode=None):
        super().__init__(render_mode)
        self.action_space = spaces.Box(-1, 1, (1,), numpy.float32)

    def step(self, action):
        if action[0] == 1:
            raise ValueError("too strong")
        return super().step(1 + float(action[0]))


class RenderMetadata(Good):
    metadata = {"render_modes": ["ansi"]}


class Render(Good):
    def render(self):
        return numpy.zeros((4, 6, 3)) if self.render_mode == "rgb_array" else super().render()


class CloseTwice(Good):
    closed = False

    def close(self):
        if self.closed:
            raise RuntimeError("closed already")
        self.closed = True


class HeavyCartPole(CartPoleEnv):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gravity = 9.8 * (1 + 2**-20)


class HangsCartPole(CartPoleEnv):
    def reset(self, **kwargs):
        while True:
            pass


class Talkative(Good):
    def step(self, action):
        print("stepping", action)
        return super().step(action)


class Hangs(Good):
    def step(self, action):
        while True:
            pass


class BeyondFloat32(Good):
    """Sound in Python, but no float32 holds its second element."""

    def __init__(self, render_mode=None):
        super().__init__(render_mode)
        self.observation_space = spaces.Box(-1e300, 1e300, (2,), numpy.float64)

    def see(self):
        return numpy.array([self.x, self.n * 1e200], numpy.float64)


class Talks(Good):
    """Sound in Python, but its observations are no numbers."""

    def __init__(self, render_mode=None):
        super().__init__(render_mode)
        self.observation_space = spaces.Text(8, min_length=0)

    def see(self):
        return "a" * min(self.n, 8)


for kind in [value for value in list(globals().values()) if isinstance(value, type) and issubclass(value, gymnasium.Env) and value is not gymnasium.Env]:
    gymnasium.register(f"{kind.__name__}-v0", entry_point=kind)
