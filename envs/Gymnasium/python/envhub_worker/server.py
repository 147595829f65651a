"""What the hub asks of the copies."""
import json
import math
import traceback
from functools import partial

import gymnasium
import numpy as np
from gymnasium import spaces

from .elements import LAST_EXACT, action_reader, farthest, observation_writer
from .masks import write_mask
from .packages import told
from .protocol import ARGUMENT, CLOSE, COMMAND, FAULTY_COPY, GENERATOR, INFO, MODIFIERS, ONLY_ACTIVE, RENDER, REPLY_TEXT_BYTES, RESET, SEEDED, STATUS, STEP


class Server:
    """Steps the copies. A copy that ends restarts in the same step, as Gymnasium's SAME_STEP autoreset does."""

    def __init__(self, envs, memory):
        self.envs, self.memory = envs, memory
        first = envs[0]
        self.space = first.observation_space
        # The common case has its own loop: one array, written at once, of numbers that float32 holds (float64 is rounded).
        self.shape = self.space.shape if isinstance(self.space, spaces.Box) and farthest(self.space) <= LAST_EXACT else None
        rows = memory.observations
        if self.shape is not None:
            self.rows = [row.reshape(self.shape) for row in rows]
            self.final_rows = [row.reshape(self.shape) for row in memory.finals]
        self.writers = [observation_writer(self.space, row) for row in rows]
        self.final_writers = [observation_writer(self.space, row) for row in memory.finals]
        self.steps = [env.step for env in envs]
        self.infos = [{} for _ in envs]
        self.final_infos = None  # kept once somebody has asked for an info
        self.has_masks = memory.masks.shape[1] > 0
        self.is_discrete = isinstance(first.action_space, spaces.Discrete)
        self.start = int(first.action_space.start) if self.is_discrete else 0
        self.read_action = None if self.is_discrete else action_reader(first.action_space)
        self.at = -1  # the copy at work, for the message where it fails
        self.step_all = self.chosen_step()

    def actions(self):
        if not self.is_discrete:
            # A copy: environments may keep their action.
            return [self.read_action(row) for row in self.memory.actions.copy()]
        actions = self.memory.actions.tolist()
        return [action + self.start for action in actions] if self.start else actions

    def chosen_step(self):
        """The quickest function that makes a step of all copies."""
        if self.shape is None or self.has_masks:
            return partial(self.step_any, range(len(self.envs)))
        if len(self.envs) == 1 and self.is_discrete and self.start == 0:
            return self.step_alone()
        return self.step_many

    def step_many(self):
        shape, infos, ended = self.shape, self.infos, []
        rewards, terminated, truncated = [], [], []
        add_reward, add_terminated, add_truncated = rewards.append, terminated.append, truncated.append
        i = 0
        try:
            for step, action, row in zip(self.steps, self.actions(), self.rows):
                observation, reward, is_terminated, is_truncated, infos[i] = step(action)
                if getattr(observation, "shape", None) != shape:
                    observation = self.as_array(observation)
                if is_terminated or is_truncated:
                    self.final_rows[i][...] = observation
                    ended.append(i)
                else:
                    row[...] = observation
                add_reward(reward)
                add_terminated(is_terminated)
                add_truncated(is_truncated)
                i += 1
        finally:
            self.at = i if i < len(self.envs) else -1
        memory = self.memory
        try:
            memory.rewards[:] = rewards
        except (TypeError, ValueError):
            raise self.wrong_reward(rewards) from None
        memory.terminated[:] = terminated
        memory.truncated[:] = truncated
        for i in ended:
            self.restart(i)

    def step_alone(self):
        """The step of one copy: nothing to gather, and nothing to look up, since all that it needs is its own."""
        memory, step, infos, restart, write, self.at = self.memory, self.steps[0], self.infos, self.restart, self.write_row, 0
        actions, rewards, terminated, truncated = memory.first_action, memory.first_reward, memory.first_terminated, memory.first_truncated
        # A view takes an array of its own form, quicker than an array does; for all else there is the other way.
        row, final_row = (memoryview(rows[0]) if len(self.shape) == 1 else rows[0] for rows in (self.rows, self.final_rows))
        place = slice(None) if len(self.shape) == 1 else ...

        def step_once():
            observation, rewards[0], terminated[0], truncated[0], infos[0] = step(actions[0])
            ended = terminated[0] or truncated[0]
            try:
                (final_row if ended else row)[place] = observation
            except (TypeError, ValueError):
                write(observation, ended)
            if ended:
                restart(0)

        return step_once

    def write_row(self, observation, ended):
        (self.final_rows if ended else self.rows)[0][...] = self.as_array(observation)

    def step_any(self, indices):
        memory, actions = self.memory, self.actions()
        for i in indices:
            self.at = i
            observation, reward, is_terminated, is_truncated, self.infos[i] = self.steps[i](actions[i])
            memory.rewards[i], memory.terminated[i], memory.truncated[i] = reward, is_terminated, is_truncated
            if is_terminated or is_truncated:
                self.final_writers[i](observation)
                if self.has_masks:
                    write_mask(self.envs[i].action_space, self.infos[i], memory.final_masks[i], may_be_empty=is_terminated)
                self.restart(i)
            else:
                self.writers[i](observation)
                self.tell_mask(i)

    def restart(self, i):
        self.at = i
        if self.final_infos is not None:
            self.final_infos[i] = self.infos[i]
        observation, self.infos[i] = self.envs[i].reset()
        self.writers[i](observation)
        self.tell_mask(i)

    def tell_mask(self, i):
        if self.has_masks:
            write_mask(self.envs[i].action_space, self.infos[i], self.memory.masks[i], may_be_empty=False)

    def reset(self, modifiers):
        active = self.memory.active.tolist() if modifiers & ONLY_ACTIVE else None
        seeds = self.memory.seeds.tolist() if modifiers & SEEDED else None
        for i, env in enumerate(self.envs):
            if active is not None and not active[i]:
                continue
            self.at = i
            observation, self.infos[i] = env.reset(seed=seeds[i] if seeds else None)
            if self.final_infos is not None:
                self.final_infos[i] = None
            self.writers[i](observation)
            self.tell_mask(i)

    def info(self, i):
        if self.final_infos is None:
            self.final_infos = [None] * len(self.envs)
        info = dict(self.infos[i])
        if self.final_infos[i] is not None:
            info["final_info"] = self.final_infos[i]
        return json.dumps(plain(info), allow_nan=False)

    def render(self, i):
        picture = self.envs[i].render()
        if isinstance(picture, str):
            return json.dumps({"text": picture})
        if not isinstance(picture, np.ndarray) or picture.ndim != 3 or picture.shape[2] != 3:
            raise ValueError(f"render() gave {type(picture).__name__}; a text or an array of height, width, 3 was expected.")
        head = json.dumps({"width": picture.shape[1], "height": picture.shape[0]}).encode() + b"\n"
        return head + np.ascontiguousarray(picture, np.uint8).tobytes()

    def generator(self, i):
        state = self.envs[i].unwrapped.np_random.bit_generator.state
        if state["bit_generator"] != "PCG64":
            raise ValueError(f"The generator is {state['bit_generator']}, not PCG64.")
        return json.dumps({"state": str(state["state"]["state"]), "increment": str(state["state"]["inc"]),
                           "hasCachedHalf": bool(state["has_uint32"]), "cachedHalf": int(state["uinteger"])})

    def as_array(self, observation):
        """A list or a Python number as an array of the space's shape."""
        array = np.asarray(observation)
        if array.shape != self.shape:
            raise ValueError(f"The observation has shape {array.shape}; {self.space} has {self.shape}.")
        return array

    def wrong_reward(self, rewards):
        for self.at, reward in enumerate(rewards):
            if np.shape(reward) != () or not isinstance(reward, (int, float, np.generic, np.ndarray)):
                return ValueError(f"The reward is {reward!r}; it must be one number.")
        return ValueError(f"One of the rewards {rewards!r} is no number.")

    def handle(self, command, modifiers, argument):
        """What the answer's text is; None for none."""
        if command == STEP:
            if modifiers & ONLY_ACTIVE:
                self.step_any(np.flatnonzero(self.memory.active).tolist())
            else:
                self.step_all()
        elif command == RESET:
            self.reset(modifiers)
        elif command in (INFO, RENDER, GENERATOR):
            self.at = argument
            return {INFO: self.info, RENDER: self.render, GENERATOR: self.generator}[command](argument)
        return None

    def answer(self, command, modifiers, argument):
        """Does what is asked and leaves the answer in the memory."""
        words, memory = self.memory.words, self.memory
        text = self.handle(command, modifiers, argument)
        words[STATUS] = 0
        words[REPLY_TEXT_BYTES] = 0
        if text is not None:
            memory.write_text(text)

    def tell(self, fault):
        """Leaves a fault in the memory."""
        words = self.memory.words
        words[STATUS], words[FAULTY_COPY] = 1, self.at
        is_missing = isinstance(fault, (gymnasium.error.DependencyNotInstalled, ModuleNotFoundError))
        self.memory.write_text(told(fault) if is_missing else "".join(traceback.format_exception(type(fault), fault, fault.__traceback__)))

    def serve(self, doorbell):
        words = self.memory.words
        while True:
            doorbell.wait()
            command = words[COMMAND]
            if command == CLOSE:
                return
            try:
                self.answer(command, words[MODIFIERS], words[ARGUMENT])
            except Exception as fault:
                self.tell(fault)
            doorbell.answer()


def plain(value):
    """The value as JSON can hold it."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, (bool, int, float, str)) else repr(value)
