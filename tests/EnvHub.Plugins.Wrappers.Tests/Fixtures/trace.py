# Steps real Gymnasium environments, each with the wrapper of the question, and prints what came of it, a line for each question.
import base64, itertools, json, sys
import gymnasium as gym
import numpy as np
from gymnasium.wrappers import (
    ClipAction, ClipReward, DiscretizeAction, FrameStackObservation, GrayscaleObservation, MaxAndSkipObservation, NormalizeObservation,
    NormalizeReward, RecordEpisodeStatistics, RepeatAction, RescaleAction, ResizeObservation, StickyAction, TimeLimit, TransformAction,
    TransformReward)
from gymnasium.wrappers.vector import NormalizeObservation as VectorNormalizeObservation, NormalizeReward as VectorNormalizeReward

F = np.float32


class Drift(gym.Env):
    observation_space = gym.spaces.Box(-10, 10, (2,), F)
    action_space = gym.spaces.Box(np.array([-2, -1], F), np.array([2, 3], F))

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.x = self.np_random.uniform(-0.5, 0.5, 2).astype(F)
        return self.x.copy(), {}

    def step(self, action):
        self.x = self.x + F(0.25) * action
        return self.x.copy(), float(self.x[0]) - float(action[1]), bool(abs(self.x[0]) > 3), False, {}


class Wide(Drift):
    """A Drift whose actions are of another type, and are rounded to float32 on their way in, as the hub's are."""

    def __init__(self, dtype):
        self.action_space = gym.spaces.Box(np.array([-2, -0.3], dtype), np.array([1.1, 3], dtype), dtype=dtype)

    def step(self, action):
        assert action in self.action_space, action
        return super().step(action.astype(F))


class Slides(gym.Env):
    action_space = gym.spaces.Discrete(4)

    def __init__(self, *shape):
        self.observation_space = gym.spaces.Box(0, 255, shape, np.uint8)

    def picture(self):
        numbers = np.arange(np.prod(self.observation_space.shape), dtype=np.int64)
        pixels = (numbers + self.start) * (7919 + 104729 * self.steps) >> 12 & 255
        return pixels.astype(np.uint8).reshape(self.observation_space.shape)

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.start, self.steps = int(self.np_random.integers(1 << 20)), 0
        return self.picture(), {}

    def step(self, action):
        self.steps += int(action) + 1
        return self.picture(), int(action) - 0.25 * self.steps, self.steps % 23 == 0, False, {}


class Dials(gym.Env):
    def __init__(self, action_space, size):
        self.action_space, self.size = action_space, size
        self.observation_space = gym.spaces.Box(-100, 100, (size,), F)

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        return np.array([self.np_random.uniform(-0.5, 0.5) for _ in range(self.size)], F), {}

    def step(self, action):
        assert action in self.action_space, action
        last = np.concatenate([np.ravel(part) for part in (action if isinstance(action, tuple) else [action])]).astype(F)
        return last, float(last.sum()), bool(last.sum() % 5 == 0), False, {}


def flattened(env, make, *components):
    """One Discrete for all components, in the order of itertools.product."""
    actions = list(itertools.product(*components))
    return TransformAction(env, lambda index: make(actions[index]), gym.spaces.Discrete(len(actions)))


class OwnStream(StickyAction):
    """Draws from a stream of its own, at the place that the question names."""

    def reset(self, *, seed=None, options=None):
        if seed is not None:
            sequence = np.random.SeedSequence(seed, spawn_key=tuple(question["spawnKey"]))
            self.own = np.random.Generator(np.random.PCG64(sequence))
        return super().reset(seed=seed, options=options)

    @property
    def np_random(self):
        return self.own


def text(rows, dtype):
    return base64.b64encode(np.ascontiguousarray(rows, dtype).tobytes()).decode()


def answer(starts, nexts, finals, rewards, terminated, truncated):
    print(json.dumps({
        "starts": text(starts, F), "next": text(nexts, F), "final": text(finals, F), "rewards": text(rewards, np.float64),
        "terminated": text(terminated, bool), "truncated": text(truncated, bool)}))


def action_of(space, action):
    return np.array(action, space.dtype) if space.shape else int(action)


def singles(question):
    copies = []
    for seed, actions in zip(question["seeds"], question["actions"]):
        env = eval(question["make"])
        start, _ = env.reset(seed=seed)
        rows = []
        for action in actions:
            final, reward, terminated, truncated, _ = env.step(action_of(env.action_space, action))
            following = env.reset()[0] if terminated or truncated else final
            rows.append((following, final, reward, terminated, truncated))
        copies.append((start, *zip(*rows)))
    by_step = [np.swapaxes(np.array(part), 0, 1) for part in list(zip(*copies))[1:]]
    answer([copy[0] for copy in copies], *by_step)


def vector(question):
    mode = gym.vector.AutoresetMode(question["mode"])
    env = gym.vector.SyncVectorEnv([lambda: gym.make(question["id"])] * len(question["seeds"]), autoreset_mode=mode)
    env = eval(question["make"])
    start, _ = env.reset(seed=question["seeds"])
    rows = []
    for actions in np.swapaxes(np.array(question["actions"]), 0, 1):
        nexts, rewards, terminated, truncated, info = env.step(actions)
        nexts, ended = nexts.copy(), terminated | truncated
        finals = nexts.copy()
        if mode == gym.vector.AutoresetMode.SAME_STEP and ended.any():
            for copy in np.flatnonzero(ended):
                finals[copy] = info["final_obs"][copy]
        if mode == gym.vector.AutoresetMode.DISABLED and ended.any():
            nexts = env.reset(options={"reset_mask": ended})[0].copy()
        rows.append((nexts, finals, rewards.copy(), terminated.copy(), truncated.copy()))
    answer(start, *zip(*rows))


for question in json.load(open(sys.argv[1])):
    (vector if "mode" in question else singles)(question)
